import { scheduleOfTag } from './account';
import { ASPECT } from './draw';
import { generatedTag } from './handles';
import { mix } from './hash';
import { slotFlake, slotPost, type SlotList } from './listed-posts';
import { createdAtOf, type Post } from './post';
import { mintedUntil } from './schedule';
import type { QueryCondition, QueryField, VideoQuery } from './video-query';
import type { World } from './world';

/** Where posts may be that meet a query. Most places hold none; no post is at two of them. */
export interface Candidates {
  size: number;
  at: (place: number) => Post | undefined;
}

const DAY = 86_400;
const MARGIN_SECONDS = 120;
/** How many accounts are looked at for a day when a query names nothing that leads to posts. */
const ACCOUNTS_PER_DAY = 1_000;

/** What leads to posts without a scan, what leads to the fewest of them first. */
const SOURCES: readonly QueryField[] = [
  'video_id',
  'username',
  'music_id',
  'effect_id',
  'hashtag_name',
  'keyword',
];

/**
 * One condition that has to hold names the posts to look at; failing that, all of those of which
 * one has to hold; failing that, a sample of everything that was posted in those days.
 */
export function candidatesFor(world: World, query: VideoQuery): Candidates {
  const needed = SOURCES.map((field) => query.and.find((one) => namesPosts(one, field)));
  const [first] = needed.filter((condition) => condition !== undefined);
  if (first) return joined(sourcesOf(world, [first], query));
  const isNamed = (one: QueryCondition) => SOURCES.some((field) => namesPosts(one, field));
  if (query.or.length > 0 && query.or.every(isNamed)) {
    return joined(sourcesOf(world, query.or, query));
  }
  return dailyPosts(world, query);
}

function namesPosts({ field, operation }: QueryCondition, wanted: QueryField): boolean {
  return field === wanted && (operation === 'EQ' || operation === 'IN');
}

function sourcesOf(
  world: World,
  conditions: readonly QueryCondition[],
  query: VideoQuery,
): Candidates[] {
  const sources = new Map<string, Candidates>();
  for (const { field, values } of conditions) {
    for (const value of values) {
      const name = `${field} ${value}`;
      if (!sources.has(name)) sources.set(name, sourceOf(world, { field, value }, query));
    }
  }
  return [...sources.values()];
}

function sourceOf(
  world: World,
  { field, value }: { field: QueryField; value: string },
  query: VideoQuery,
): Candidates {
  switch (field) {
    case 'video_id':
      return fixed([world.post(value)]);
    case 'username': {
      const account = world.user(value);
      return fixed(account ? world.userPosts(account, { ...query, limit: Infinity }) : []);
    }
    case 'music_id':
      return ofSound(world, value, query);
    case 'effect_id':
      return inSlots(world, world.slotsOf('effect', value), query);
    case 'hashtag_name':
      return inSlots(world, world.slotsOf('hashtag', value), query);
    default:
      return inSlots(world, world.slotsOf('keyword', value), query);
  }
}

function ofSound(world: World, id: string, query: VideoQuery): Candidates {
  const slots = world.slotsOf('sound', id);
  if (slots) return inSlots(world, slots, query);
  const sound = world.sound(id);
  return fixed(sound ? world.soundPosts(sound, { from: 0, limit: Infinity }) : []);
}

/** The time of a post stands in its id, so that most slots are passed without writing their post. */
function inSlots(world: World, list: SlotList | undefined, query: VideoQuery): Candidates {
  if (!list) return fixed([]);
  return {
    size: list.size,
    at: (slot) => {
      const createdAt = createdAtOf(slotFlake(world, list, slot));
      const isWanted = createdAt >= query.from && createdAt <= query.until;
      return isWanted ? slotPost(world, list, slot) : undefined;
    },
  };
}

/** The latest day first; the same accounts for a day, whichever days are asked for with it. */
function dailyPosts(world: World, { from, until }: VideoQuery): Candidates {
  const last = Math.floor(Math.min(until, world.nowSeconds()) / DAY);
  const days = Math.max(0, last - Math.floor(from / DAY) + 1);
  const key = mix(world.key, ASPECT.daily);
  return {
    size: days * ACCOUNTS_PER_DAY,
    at: (place) => {
      const day = last - Math.floor(place / ACCOUNTS_PER_DAY);
      const tag = generatedTag(mix(mix(key, day), place % ACCOUNTS_PER_DAY));
      const range = { from: day * DAY, until: day * DAY + DAY - 1, limit: 1 };
      // An id is minted up to a minute before its post; most accounts post on few days.
      const schedule = scheduleOfTag(world.key, tag);
      const before = mintedUntil(schedule, range.from - MARGIN_SECONDS);
      if (mintedUntil(schedule, range.until) === before) return undefined;
      return world.userPosts(world.userByTag(tag), range)[0];
    },
  };
}

function fixed(posts: readonly (Post | undefined)[]): Candidates {
  return { size: posts.length, at: (place) => posts[place] };
}

function joined(sources: readonly Candidates[]): Candidates {
  const size = sources.reduce((sum, source) => sum + source.size, 0);
  return {
    size,
    at: (place) => {
      let left = place;
      for (const source of sources) {
        if (left < source.size) return source.at(left);
        left -= source.size;
      }
      return undefined;
    },
  };
}

import type { Anchor, Effect, Place, Post, PostState } from '../models';
import { readFirstMediaLink, readListedLink } from './media-link';
import {
  at,
  collect,
  either,
  readBoolean,
  readId,
  readInteger,
  readList,
  readSeconds,
  readText,
  unlessEmpty,
  unlessNone,
} from './read';

type Extras =
  | 'duetSetting'
  | 'stitchSetting'
  | 'commentSetting'
  | 'scheduledAtSeconds'
  | 'diversificationId'
  | 'categoryType'
  | 'state'
  | 'anchors'
  | 'place'
  | 'stickerTexts'
  | 'effects';

/** Reads what an `itemStruct` says beside the post itself; every surface has another part of it. */
export function parsePostExtras(item: unknown): Pick<Post, Extras> {
  return {
    duetSetting: readInteger(at(item, 'duetDisplay')),
    stitchSetting: readInteger(at(item, 'stitchDisplay')),
    commentSetting: readInteger(at(item, 'itemCommentStatus')),
    scheduledAtSeconds: readSeconds(at(item, 'scheduleTime')),
    diversificationId: readInteger(at(item, 'diversificationId')),
    categoryType: readInteger(at(item, 'CategoryType')),
    state: parseState(item),
    anchors: parseAnchors(at(item, 'anchors')),
    place: parsePlace(at(item, 'poi')),
    stickerTexts: unlessNone(readList(at(item, 'stickersOnItem')).flatMap(readStickerTexts)),
    effects: unlessNone(collect(at(item, 'effectStickers'), parseEffect)),
  };
}

/** Reads links below a caption, of the web and of the mobile app. */
export function parseAnchors(anchors: unknown): readonly Anchor[] | undefined {
  return unlessNone(collect(anchors, parseAnchor));
}

/** The words of TikTok's groups of searches beside a post. */
export function parseSuggestedWordGroups(groups: unknown): readonly string[] {
  return readList(groups).flatMap((group) =>
    collect(at(group, 'words'), (word) => readText(at(word, 'word'))),
  );
}

function parseState(item: unknown): PostState | undefined {
  return unlessEmpty({
    isInReview: readBoolean(at(item, 'isReviewing')),
    isTakenDown: readBoolean(at(item, 'takeDown')),
    isForFriends: readBoolean(at(item, 'forFriend')),
    maskType: readInteger(at(item, 'maskType')),
    warnings: unlessNone(
      collect(
        at(item, 'warnInfo'),
        (warning) => readText(at(warning, 'text')) ?? readText(warning),
      ),
    ),
  });
}

function parseAnchor(anchor: unknown): Anchor | undefined {
  return unlessEmpty({
    id: readText(at(anchor, 'id')) ?? readId(at(anchor, 'id')),
    type: readInteger(at(anchor, 'type')),
    keyword: readText(at(anchor, 'keyword')),
    description: readText(at(anchor, 'description')),
    schema: readText(at(anchor, 'schema')),
    iconLink: readAnchorLink(at(anchor, 'icon')),
    thumbnailLink: readAnchorLink(at(anchor, 'thumbnail')),
  });
}

function readAnchorLink(picture: unknown): Anchor['iconLink'] {
  return readFirstMediaLink(at(picture, 'urlList')) ?? readListedLink(picture);
}

function parsePlace(poi: unknown): Place | undefined {
  const id = readText(at(poi, 'id')) ?? readId(at(poi, 'id'));
  if (id === undefined) {
    return undefined;
  }
  return {
    id,
    name: readText(at(poi, 'name')),
    address: readText(at(poi, 'address')),
    city: readText(at(poi, 'city')),
    cityCode: readText(at(poi, 'cityCode')),
    province: readText(at(poi, 'province')),
    country: readText(at(poi, 'country')),
    countryCode: readText(at(poi, 'countryCode')),
    category: readText(at(poi, 'category')),
    typeNames: collect(
      [at(poi, 'ttTypeNameSuper'), at(poi, 'ttTypeNameMedium'), at(poi, 'ttTypeNameTiny')],
      readText,
    ),
  };
}

function readStickerTexts(sticker: unknown): readonly string[] {
  return collect(at(sticker, 'stickerText'), readText);
}

function parseEffect(effect: unknown): Effect | undefined {
  const id = readId(either(effect, 'ID', 'id'));
  return id === undefined ? undefined : { id, name: readText(at(effect, 'name')) };
}

import type { Account } from './account';
import { ASPECT, Draw } from './draw';
import { EMOJI } from './data/languages';
import { GENERAL_HASHTAGS } from './data/topics';
import { generatedTag, handleOfTag } from './handles';
import { mix } from './hash';

/** A hashtag or mention inside a caption; offsets count UTF-16 units, end is exclusive. */
export interface CaptionPart {
  kind: 'hashtag' | 'mention';
  name: string;
  start: number;
  end: number;
}

export interface Caption {
  text: string;
  parts: readonly CaptionPart[];
}

/** What a caption has to say for the post to belong into the list that shows it. */
export interface CaptionTerms {
  hashtag?: string;
  keyword?: string;
}

export function captionOf(author: Account, postKey: number, terms: CaptionTerms = {}): Caption {
  const draw = new Draw(mix(postKey, ASPECT.caption));
  const writer = new CaptionWriter();
  if (terms.keyword !== undefined) writer.say(terms.keyword);
  if (draw.chance(0.9)) writer.say(draw.pick(author.language.sentences));
  if (draw.chance(0.5)) writer.say(draw.pick(EMOJI));
  if (draw.chance(0.2)) writer.mark('mention', handleOfTag(generatedTag(draw.next())));
  for (const name of hashtagsOf(draw, author, terms)) writer.mark('hashtag', name);
  return writer.caption();
}

function hashtagsOf(draw: Draw, author: Account, terms: CaptionTerms): ReadonlySet<string> {
  const names = new Set(terms.hashtag === undefined ? [] : [terms.hashtag]);
  for (let left = draw.below(4); left > 0; left -= 1) names.add(draw.pick(author.topic.hashtags));
  if (draw.chance(0.4)) names.add(draw.pick(author.language.hashtags));
  if (draw.chance(0.5)) names.add(draw.pick(GENERAL_HASHTAGS));
  return names;
}

class CaptionWriter {
  private text = '';
  private readonly parts: CaptionPart[] = [];

  say(words: string): void {
    this.text += this.text === '' ? words : ` ${words}`;
  }

  mark(kind: CaptionPart['kind'], name: string): void {
    const sign = kind === 'hashtag' ? '#' : '@';
    this.say(`${sign}${name}`);
    const end = this.text.length;
    this.parts.push({ kind, name, start: end - name.length - 1, end });
  }

  caption(): Caption {
    return { text: this.text, parts: this.parts };
  }
}

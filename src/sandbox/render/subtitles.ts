import { subtitleText, tracksOf, type Track } from '../media/subtitles';
import type { Post } from '../world/post';
import { textOnPages, type JsonObject, type Rendering } from './rendering';

/** `subtitleInfos`: what was heard, and what machines made of it, for a third of the posts. */
export function subtitleInfos({ links, surface }: Rendering, post: Post): JsonObject[] {
  return tracks(post).map(({ language, number, source }) => {
    const { url, expires } = links.subtitle(post.key, number);
    return {
      LanguageID: languageId(number),
      LanguageCodeName: language.captionCode,
      Url: url,
      UrlExpire: textOnPages(surface, expires),
      Format: 'webvtt',
      Version: source === 'ASR' ? '1:whisper_lid' : '4',
      Source: source,
      Size: textOnPages(surface, Buffer.byteLength(subtitleText(post.key, number))),
    };
  });
}

/** `claInfo` says the same once more, in other words. */
export function captionsOf({ links }: Rendering, post: Post): JsonObject {
  const hasOriginalAudio = post.sound.isOriginal;
  const [heard, ...others] = tracks(post);
  if (!heard) return { hasOriginalAudio, enableAutoCaption: false, noCaptionReason: 3 };
  const captionInfos = [heard, ...others].map(({ language, number, source }) => {
    const { url, expires } = links.subtitle(post.key, number);
    return {
      language: language.captionCode,
      languageID: languageId(number),
      languageCode: language.code,
      url,
      urlList: [url],
      expire: String(expires),
      captionFormat: 'webvtt',
      isAutoGen: source === 'ASR',
      isOriginalCaption: source === 'ASR',
    };
  });
  return {
    hasOriginalAudio,
    enableAutoCaption: true,
    captionsType: 1,
    originalLanguageInfo: {
      language: heard.language.captionCode,
      languageID: languageId(heard.number),
      languageCode: heard.language.code,
      canTranslateRealTimeNoCheck: true,
    },
    captionInfos,
  };
}

function tracks(post: Post): Track[] {
  return tracksOf({ key: post.key, language: post.author.language });
}

/** TikTok numbers languages; which number is which does not matter here. */
function languageId(number: number): string {
  return String(2 + number);
}

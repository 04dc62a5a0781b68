import { parseVideo } from './video.parser';

const mirror = (name: string): string => `https://v16.example/${name}/?expire=1790000000`;

function bitrate(codec: string, urls: readonly unknown[], urlKey?: string): object {
  const PlayAddr = { DataSize: '1234', Width: 576, Height: 1024, UrlList: urls, UrlKey: urlKey };
  return { Bitrate: 900, BitrateFPS: 30, CodecType: codec, GearName: 'normal_540_0', PlayAddr };
}

describe('parseVideo', () => {
  it('reads renditions with their mirrors in order', () => {
    const video = parseVideo({
      id: '7400000000000000001',
      duration: 15,
      size: '5555',
      playAddr: mirror('play'),
      downloadAddr: '',
      bitrateInfo: [bitrate('h264', [mirror('b'), '', mirror('a')])],
    });
    expect(video).toMatchObject({
      durationSeconds: 15,
      sizeBytes: 5555,
      playLink: { url: mirror('play'), expiresAtSeconds: 1790000000 },
    });
    expect(video?.downloadLink).toBeUndefined();
    expect(video?.renditions[0]).toMatchObject({ codec: 'h264', sizeBytes: 1234, width: 576 });
    expect(video?.renditions[0]?.links.map(({ url }) => url)).toEqual([mirror('b'), mirror('a')]);
  });

  it('leaves out renditions that nothing plays or that have no address', () => {
    const { renditions } = parseVideo({
      bitrateInfo: [
        bitrate('bytevc2', [mirror('x')]),
        bitrate('h265', [mirror('x')], 'v1_bytevc2_720p'),
        bitrate('h264', ['']),
        bitrate('h265_hvc1', [mirror('kept')]),
        null,
      ],
    }) ?? { renditions: [] };
    expect(renditions.map(({ codec }) => codec)).toEqual(['h265_hvc1']);
  });

  it('takes the main address for a rendition where none are listed', () => {
    const video = parseVideo({ codecType: 'h264', PlayAddrStruct: { UrlList: [mirror('m')] } });
    expect(video?.renditions).toMatchObject([{ codec: 'h264', links: [{ url: mirror('m') }] }]);
  });

  it('reads subtitles, whose expiry stands beside the address', () => {
    const info = {
      Url: 'https://v16.example/s',
      UrlExpire: '1790000005',
      LanguageCodeName: 'eng-US',
      Format: 'webvtt',
      Source: 'ASR',
      Size: '77',
    };
    expect(parseVideo({ subtitleInfos: [info, { Url: '' }] })?.subtitles).toEqual([
      {
        link: { url: 'https://v16.example/s', expiresAtSeconds: 1790000005 },
        languageCode: 'eng-US',
        format: 'webvtt',
        source: 'ASR',
        sizeBytes: 77,
      },
    ]);
  });

  it('reads a shop video, which has no address at all', () => {
    const video = parseVideo({ duration: 38, playAddr: '', downloadAddr: '' });
    expect(video).toEqual({ durationSeconds: 38, renditions: [], subtitles: [] });
  });

  it('knows the address lists of 2019', () => {
    expect(parseVideo({ playAddr: [{ src: mirror('old') }] })?.playLink?.url).toBe(mirror('old'));
  });

  it.each([undefined, null, '', []])('is undefined for %j', (value) => {
    expect(parseVideo(value)).toBeUndefined();
  });
});

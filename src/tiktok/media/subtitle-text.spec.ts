import { isWebVtt, srtOf } from './subtitle-text';

describe('WebVTT as SubRip', () => {
  it('has the cues with their times and texts, numbered', () => {
    const vtt =
      'WEBVTT\n\n\n00:00:00.000 --> 00:00:02.000\nOne\n\n00:02.500 --> 100:00:04.000\nTwo\nlines\n';
    expect(srtOf(vtt)).toBe(
      '1\n00:00:00,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,500 --> 100:00:04,000\nTwo\nlines\n',
    );
  });

  it('has no styles, comments, names, places and empty cues', () => {
    const vtt = [
      '\ufeffWEBVTT - a title\r\nKind: captions\r\n',
      'STYLE\n::cue { color: red }\n',
      'NOTE a comment\nin two lines\n',
      'intro\n00:01.000 --> 00:02.000 align:start position:0%\nHello\n',
      '00:02.000 --> 00:03.000\n<c></c>\n',
      '00:04.000 --> 00:05.000\n \n',
    ].join('\n');
    expect(srtOf(vtt)).toBe('1\n00:00:01,000 --> 00:00:02,000\nHello\n');
  });

  it('keeps what SubRip can say of a text, and reads entities', () => {
    const cue = '<v Bob><i.loud>hi</i> <00:00:03.500><c.red>there</c> <b>1 &lt; 2 &amp;amp;</b>';
    expect(srtOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${cue}\n`)).toContain(
      '\n<i>hi</i> there <b>1 < 2 &amp;</b>\n',
    );
  });

  it('of nothing is nothing', () => {
    expect(srtOf('WEBVTT\n')).toBe('');
  });

  it.each([
    ['WEBVTT', true],
    ['\ufeffWEBVTT\n', true],
    ['WEBVTT - title', true],
    ['WEBVTTX', false],
    ['<html>', false],
    ['{"utterances":[]}', false],
  ])('%j is WebVTT: %s', (text, is) => {
    expect(isWebVtt(text)).toBe(is);
  });
});

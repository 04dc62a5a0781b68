import { TikTokBlockedError, TikTokShapeChangedError } from '../tiktok.errors';
import { mentionsCarrier, readEmbeddedState, readFromCarriers } from './embedded-state';

const universal = '__UNIVERSAL_DATA_FOR_REHYDRATION__';

describe('embedded state', () => {
  it.each([
    `<script id="${universal}" type="application/json">{"a":"é"}</script>`,
    `<script type="application/json" id="${universal}">{"a":"é"}</script>`,
    `<script async\n  id='${universal}'\n  type="application/json"\n>\n {"a":"é"}\n</script>`,
    `<script id=${universal}>{"a":"\\u00e9"}</script>`,
  ])('is found in %j', (html) => {
    expect(readEmbeddedState(html, 'universal')).toEqual({ a: 'é' });
    expect(readEmbeddedState(Buffer.from(`<html>ö${html}</html>`), 'universal')).toEqual({
      a: 'é',
    });
  });

  it('is not taken from code that names the carrier', () => {
    const html =
      `<script>var id="__FRONTITY_CONNECT_STATE__";get('__FRONTITY_CONNECT_STATE__')</script>` +
      `<script id="__FRONTITY_CONNECT_STATE__X">{"wrong":1}</script>` +
      `<script id="__FRONTITY_CONNECT_STATE__">boot()</script>` +
      `<div id="__FRONTITY_CONNECT_STATE__">{"wrong":2}</div>` +
      `<script id="__FRONTITY_CONNECT_STATE__" type="application/json">{"right":1}</script>`;
    expect(readEmbeddedState(html, 'frontity')).toEqual({ right: 1 });
  });

  it.each([
    `window['SIGI_STATE']={"a":"};window['SIGI_RETRY']","b":{"c":"\\"}"}};window['SIGI_RETRY']={};`,
    `window["SIGI_STATE"] = {"a":"};window['SIGI_RETRY']","b":{"c":"\\"}"}}`,
  ])('is cut out of an assignment', (code) => {
    const html = `<script id="sigi-persisted-data">${code}</script>`;
    expect(readEmbeddedState(html, 'sigi')).toEqual({
      a: "};window['SIGI_RETRY']",
      b: { c: '"}' },
    });
  });

  it.each([
    ['an unclosed script', `<script id="${universal}">{"a":1`],
    ['broken JSON', `<script id="${universal}">{"a":</script>`],
    ['an unclosed object', `<script id="sigi-persisted-data">window['SIGI_STATE']={"a":{</script>`],
  ])('is a changed shape when there is %s', (_, html) => {
    const carrier = html.includes('sigi') ? 'sigi' : 'universal';
    expect(() => readEmbeddedState(html, carrier)).toThrow(TikTokShapeChangedError);
  });

  it('goes on to the carrier that holds the data', () => {
    const html =
      `<script id="${universal}">{"__DEFAULT_SCOPE__":{}}</script>` +
      `<script id="SIGI_STATE">{"b":2}</script>`;
    const found = readFromCarriers(html, 'x', [
      ['universal', () => undefined],
      ['sigi', (state) => state.b],
    ]);
    expect(found).toBe(2);
  });

  it.each(['', '<html></html>', `<script id="${universal}"></script>`])(
    'is a shell page in %j',
    (html) => {
      const read = (): unknown => readFromCarriers(html, 'x', [['universal', (state) => state]]);
      expect(read).toThrow(TikTokBlockedError);
      expect(read).toThrow(expect.objectContaining({ kind: 'shell_page', isRetryable: true }));
    },
  );

  it('tells pages with a carrier from others', () => {
    expect(mentionsCarrier(Buffer.from(`<script id="${universal}">`))).toBe(true);
    expect(mentionsCarrier(Buffer.from('<script id="slardar-config">'))).toBe(false);
  });
});

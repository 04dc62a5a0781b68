import fc from 'fast-check';

/** First words that make an account special; ordinary accounts are looked for without them. */
const RESERVED =
  /^(missing|private|banned|restricted|empty|hidden|hiding|big|likes|lists|live|stories)\./;

/** Any handle that TikTok would allow, and that stands for an ordinary account. */
export const handles: fc.Arbitrary<string> = fc
  .stringMatching(/^[a-z0-9._]{0,22}[a-z0-9_]$/)
  .filter((handle) => !RESERVED.test(handle));

/** Handles that people would choose: short words, dots, numbers. */
export const likelyHandles: fc.Arbitrary<string> = fc
  .tuple(
    fc.stringMatching(/^[a-z]{3,9}$/),
    fc.constantFrom('', '.', '_'),
    fc.stringMatching(/^[a-z]{2,8}$/),
    fc.constantFrom('', '1', '_22', '.official'),
  )
  .map((parts) => parts.join(''))
  .filter((handle) => !RESERVED.test(handle) && handle.length <= 24);

export const anyHandle = fc.oneof(handles, likelyHandles);

/** Hashtags in any script, without the sign. */
export const hashtags: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_]{1,20}$/),
  fc.constantFrom('fyp', 'кошка', 'おいしい', 'قطط', 'วัยรุ่น', 'größe', '2026', 'foryou'),
);

/** Keywords as people type them. */
export const keywords: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[a-z]{3,10}( [a-z]{2,8})?$/),
  fc.constantFrom('кошки и собаки', '猫 かわいい', 'how to cook rice', 'äpfel & birnen'),
);

export const seeds: fc.Arbitrary<string> = fc.stringMatching(/^[a-z0-9]{1,12}$/);

const FROM = Date.parse('2023-01-01T00:00:00Z');
const UNTIL = Date.parse('2027-12-31T00:00:00Z');

/** A moment at which a sandbox's clock may stand. */
export const moments: fc.Arbitrary<number> = fc.integer({ min: FROM, max: UNTIL });

/** Ids of posts that no list has to show: every snowflake between 2015 and 2022 is a post. */
export const postIds: fc.Arbitrary<string> = fc
  .tuple(
    fc.integer({ min: 1_420_070_400, max: 1_669_852_800 }),
    fc.integer({ min: 0, max: 0xffffffff }),
  )
  .map(([seconds, low]) => ((BigInt(seconds) << 32n) | BigInt(low)).toString())
  .filter((id) => !/(0204|0213|0215|0216|0222|0231|0018)$/.test(id));

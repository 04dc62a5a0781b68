/** What people say under posts, by language; invented here. '' stands for a language of its own. */
export const COMMENT_LINES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'the cat deserves a raise',
    'part two please, and part three',
    'I paused it four times & still missed it',
    'who else is watching this at breakfast?',
    'tried it, my kitchen did not survive <3',
    'first time I understood this',
  ],
  es: ['lo vi tres veces seguidas', '¿y la receta completa?', 'mi hermana hace lo mismo'],
  pt: ['já mandei pra família toda', 'cadê a parte dois?', 'o final me pegou'],
  de: ['so schön erklärt', 'ich übe das seit Wochen', 'wo gibt es die Tasse?'],
  fr: ['trop bien expliqué', 'j’attends la suite', 'ma mère a adoré'],
  ja: ['何回も見ました', '続きが楽しみです'],
  ko: ['다음 편 기다려요', '따라 해 봤어요'],
  ru: ['кот лучший актёр', 'жду продолжения'],
  ar: ['أعجبني كثيرا', 'ننتظر الجزء الثاني'],
  hi: ['बहुत अच्छा लगा'],
  tr: ['devamını bekliyorum', 'çok güzel olmuş'],
  vi: ['xem đi xem lại mãi', 'chờ phần hai'],
};

/** Comments without words: TikTok calls their language "un". */
export const WORDLESS_LINES: readonly string[] = ['😂😂😂', '🔥', '🥹🫶🏼', '👏👏'];

export const ANSWER_LINES: readonly string[] = ['exactly!', 'same here', 'thank you 🫶🏼', 'soon 👀'];

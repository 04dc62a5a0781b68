// What a page shows of an answer: enough to see its shape, and true in every part of it.
const maxText = 72;
const maxMembers = [24, 12, 10, 8, 6];

/** Links have an end and a seal that differ from run to run; moments of now differ too. */
function shortenedText(text) {
  const link = /^(http:\/\/127\.0\.0\.1:3000\/media\/v1\.\d+\.[\w~!-]+)\..*\.([a-z0-9]+)$/.exec(
    text,
  );
  if (link) return `${link[1]}.../...${link[2]}`;
  const moment = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : NaN;
  if (Math.abs(Date.now() - moment) < 86_400_000) return '...';
  return text.length > maxText ? `${text.slice(0, maxText - 12)}...` : text;
}

/** Deeper objects show less of themselves; below the last depth there are only the dots. */
function shortened(value, depth = 0) {
  if (typeof value === 'string') return shortenedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= maxMembers.length) return '...';
  if (Array.isArray(value)) {
    const count = typeof value[0] === 'object' ? 1 : 3;
    const rows = value.slice(0, count).map((row) => shortened(row, depth + 1));
    return value.length > count ? [...rows, '...'] : rows;
  }
  const isDictionary = Object.keys(value).every((key) => /^\d+$/.test(key));
  const members = Object.entries(value).slice(0, isDictionary ? 2 : maxMembers[depth]);
  return Object.fromEntries(members.map(([key, member]) => [key, shortened(member, depth + 1)]));
}

/** Counts and states hang on what was asked before. */
function withoutState(value, key = '') {
  if (Array.isArray(value)) return value.slice(0, 1).map((row) => withoutState(row));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !/^last|^rests/.test(name))
        .map(([name, member]) => [name, withoutState(member, name)]),
    );
  return typeof value === 'number' || key === 'state' ? '...' : value;
}

module.exports = { shortened, withoutState };

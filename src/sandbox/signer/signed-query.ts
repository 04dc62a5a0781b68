/** One `name=value` of a query. `raw` is the text as sent: a seal covers bytes, not meanings. */
export interface Parameter {
  name: string;
  value: string;
  raw: string;
}

export function readParameters(query: string): Parameter[] {
  const pieces = query.replace(/^\?/, '').split('&');
  return pieces.filter((raw) => raw !== '').map(readParameter);
}

function readParameter(raw: string): Parameter {
  const equals = raw.indexOf('=');
  const name = equals < 0 ? raw : raw.slice(0, equals);
  return { name: decoded(name), value: equals < 0 ? '' : decoded(raw.slice(equals + 1)), raw };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

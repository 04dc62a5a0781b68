/** How many of the eight groups of an IPv6 address name the network of one customer. */
const networkGroups = 4;

/**
 * Under what an address is counted: the address, and for IPv6 the network of 64 bits, of which whoever has one
 * address has all others too.
 */
export function callerAddress(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(8 - groups.length - rest.length).fill('0');
  return `${[...groups, ...zeros, ...rest].slice(0, networkGroups).join(':')}::/64`.toLowerCase();
}

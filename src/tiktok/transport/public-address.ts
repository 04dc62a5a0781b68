import { BlockList, isIP, isIPv4 } from 'node:net';

/** IPv4 that is not the public internet (IANA's special-purpose registry, and multicast). */
const special4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Parts of 2000::/3 that are not: protocol assignments with Teredo, documentation, 6to4. */
const special6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const notPublic4 = listOf('ipv4', special4);
const notPublic6 = listOf('ipv6', special6);
const globalUnicast6 = listOf('ipv6', [['2000::', 3]]);
/** ::ffff:0:0/96 and 64:ff9b::/96 (NAT64): an IPv4 address stands in the last 32 bits. */
const carriers4 = [/^::ffff:/, /^64:ff9b::/];

/** Whether an address, as a resolver gives it, lies in the public internet. What is no address does not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic4.check(address, 'ipv4');
  if (isIP(address) !== 6 || address.includes('%')) return false;
  const plain = canonical6(address);
  const carrier = carriers4.find((prefix) => prefix.test(plain));
  if (carrier) return isPublicAddress(last32Bits(plain.replace(carrier, '::')));
  return globalUnicast6.check(plain, 'ipv6') && !notPublic6.check(plain, 'ipv6');
}

function listOf(
  family: 'ipv4' | 'ipv6',
  subnets: readonly (readonly [string, number])[],
): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}

/** One spelling for each address: hexadecimal, compressed, in lower case. */
function canonical6(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}

/** The last two groups of `::`, `::a` or `::a:b` as an IPv4 address; anything longer is none. */
function last32Bits(address: string): string {
  const groups = address.slice(2).split(':');
  if (groups.length > 2) return '';
  const [high, low] = groups.length === 2 ? groups : ['0', groups[0]];
  const bits = [high, low].map((group) => Number.parseInt(group === '' ? '0' : (group ?? '0'), 16));
  return bits.flatMap((group) => [group >> 8, group & 255]).join('.');
}

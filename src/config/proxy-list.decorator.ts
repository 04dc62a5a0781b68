import { registerDecorator } from 'class-validator';
import { isIP } from 'node:net';

const named = ['loopback', 'linklocal', 'uniquelocal'];

/** Addresses of proxies: an IP, an IP with the length of its network, or a name for a range of private ones. */
export function ProxyList(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'proxyList',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => Array.isArray(value) && value.every(isProxyRange),
        defaultMessage: () =>
          `${String(property)} must be comma-separated IP addresses or networks (10.0.0.0/8), or ${named.join(', ')}`,
      },
    });
}

function isProxyRange(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  if (named.includes(text)) return true;
  const [address = '', length, ...rest] = text.split('/');
  const bits = isIP(address) === 4 ? 32 : 128;
  if (isIP(address) === 0 || rest.length > 0) return false;
  return length === undefined || (/^[0-9]{1,3}$/.test(length) && Number(length) <= bits);
}

import { isIP } from 'node:net';

/** Where receivers listen for TLS; no other port of anybody's network is knocked at. */
const PORTS = ['', '443', '8443'];

/** The machine itself, by the names that stand for it in a demo. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** Why an endpoint's address is refused. */
export type UrlFault =
  | 'not_a_url'
  | 'not_https'
  | 'port'
  | 'named_host'
  | 'credentials'
  | 'fragment';

/**
 * Looks at the address itself; whom the name stands for is asked at each sending. In a demo the machine
 * itself may listen as well, without TLS and on any port.
 * @returns null when something may be sent there
 */
export function urlFault(text: string, mode: 'demo' | 'production'): UrlFault | null {
  if (!URL.canParse(text)) return 'not_a_url';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (url.hash !== '' || text.includes('#')) return 'fragment';
  if (isThisMachine(url, mode)) return /^https?:$/.test(url.protocol) ? null : 'not_https';
  if (url.protocol !== 'https:') return 'not_https';
  if (!PORTS.includes(url.port)) return 'port';
  return isNamed(url.hostname) ? null : 'named_host';
}

/** A receiver on the developer's own machine; in production there is none. */
export function isThisMachine({ hostname }: URL, mode: 'demo' | 'production'): boolean {
  return mode === 'demo' && THIS_MACHINE.includes(hostname);
}

/** A name with a domain: no address (the parser has written each form of one out), no name of one word. */
function isNamed(hostname: string): boolean {
  return isIP(hostname) === 0 && !hostname.startsWith('[') && /[^.]\.[^.]+\.?$/.test(hostname);
}

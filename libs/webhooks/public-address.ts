import { BlockList, isIP } from 'node:net';

/**
 * IPv4 that is nobody's on the open net (IANA's registry of special-purpose addresses), and one that is
 * public by its number but answers inside a cloud alone, with the machine's metadata.
 */
const CLOSED_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** All that is given out of IPv6; the rest is local, mapped, translated or not in use. */
const OPEN_6 = ['2000::/3'];

/** Of those: tunnels that lead to an IPv4 address, and what is for documentation. */
const CLOSED_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const closed4 = blockList(CLOSED_4, 'ipv4');
const open6 = blockList(OPEN_6, 'ipv6');
const closed6 = blockList(CLOSED_6, 'ipv6');

/**
 * Whether an address belongs to somebody on the open net: nothing private, loopback, link-local, shared
 * by a carrier, multicast, mapped from IPv4 or a cloud's own. What is no address is not.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed4.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

function blockList(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  }
  return list;
}

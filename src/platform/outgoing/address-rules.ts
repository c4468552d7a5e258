/** Which addresses are of the open internet. What is not known to be is not: the lists say what is refused, and IPv6 also what is allowed. */
import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registries, and what is not unicast. */
const notOpen4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'];
/** Within 2000::/3: what carries another address inside it, and what is for documents and tests. */
const notOpen6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

function listOf(nets: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [address = '', bits] = net.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
const closed4 = listOf(notOpen4, 'ipv4');
const closed6 = listOf(notOpen6, 'ipv6');
const unicast6 = listOf(['2000::/3'], 'ipv6');

/** INVARIANT: false for whatever is no address as the operating system writes it. */
export function isOpenAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed4.check(address, 'ipv4');
  return family === 6 && !address.includes('%') && unicast6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

import { BlockList, isIP, isIPv4 } from "node:net";

/** An address, or a network as in 10.0.0.0/8. IPv4 that is written as IPv6 is IPv4. */
type Network = Readonly<{ address: string; prefix: number; family: "ipv4" | "ipv6" }>;

/** Whether this names an address or a network. */
export const isNetwork = (word: string): boolean => networkOf(word) !== null;

/**
 * What tells whether an address is in one of these networks.
 * @param words addresses and networks; what is neither is in none
 */
export function anyOf(words: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const word of words) {
    const network = networkOf(word);
    if (network) list.addSubnet(network.address, network.prefix, network.family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIPv4(address) ? "ipv4" : "ipv6");
}

function networkOf(word: string): Network | null {
  const [, written = "", bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(word) ?? [];
  const address = written.replace(/^::ffff:(?=\d+\.)/i, "");
  const version = isIP(address);
  if (version === 0) return null;
  const widest = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? widest : Number(bits) - (address === written ? 0 : 96);
  if (prefix < 0 || prefix > widest) return null;
  return { address, prefix, family: version === 4 ? "ipv4" : "ipv6" };
}

const LOOPBACK =
  /^(?:::1|::ffff:127(?:\.\d{1,3}){3}|(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?)$/i;

/**
 * Whether this means the machine itself: an IP address (127.0.0.0/8, ::1, also IPv4 mapped into IPv6; RFC 1122 and 4291), or a
 * host as a URL or a Host header has it, with or without a port. A name is not looked up, so no other name can pass.
 */
export const isLoopback = (addressOrHost: string): boolean => LOOPBACK.test(addressOrHost);

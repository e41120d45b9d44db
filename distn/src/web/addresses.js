import ipaddr from 'ipaddr.js';
/**
 * What kind of address it is where it isn't one of the public internet ("loopback", "private", "linkLocal" …, by IANA's
 * registries of special-purpose addresses); undefined for a public one. IPv6 forms that carry an IPv4 address count as
 * that one, or are refused.
 */
export function specialRangeOf(address) {
    if (!ipaddr.isValid(address))
        return 'not an address';
    // Takes ::ffff:127.0.0.1 for 127.0.0.1.
    const parsed = ipaddr.process(address);
    const range = parsed.range();
    if (parsed instanceof ipaddr.IPv4)
        return range === 'unicast' ? undefined : range;
    if (parsed.match(NAT64, 96))
        return specialRangeOf(embeddedIn(parsed));
    // Global unicast is 2000::/3 (RFC 4291); ::127.0.0.1, for one, is of no range that the library knows.
    if (range === 'unicast')
        return ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000 ? undefined : 'reserved';
    return range;
}
/** RFC 6052: how IPv6-only networks reach IPv4. */
const NAT64 = ipaddr.IPv6.parse('64:ff9b::');
function embeddedIn(address) {
    return address.toByteArray().slice(-4).join('.');
}
/** One address, however it is written: `::1` and `0:0:0:0:0:0:0:1`. */
export function isSameAddress(a, b) {
    return ipaddr.isValid(a) && ipaddr.isValid(b) && canonical(a) === canonical(b);
}
function canonical(address) {
    return ipaddr.process(address).toNormalizedString();
}

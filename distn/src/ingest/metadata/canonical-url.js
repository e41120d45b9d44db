/** The only place that decides whether two addresses lead to one page. */
/**
 * An address without what differs between links to one page: scheme, `www.`, `m.`, `amp.` and `/amp`, a slash at the end,
 * anchor, parameters that trace readers, their order, needless percent-encoding. No address to fetch: a key to compare.
 * `undefined` for what is no address of a page.
 */
export function canonicalUrl(url) {
    if (!URL.canParse(url))
        return undefined;
    const { hostname, port, pathname, searchParams } = new URL(url);
    if (hostname === '')
        return undefined;
    const kept = [...searchParams].filter(([name]) => !TRACING.test(name));
    const parameters = new URLSearchParams(kept);
    parameters.sort();
    const path = plainlyEncoded(pathname).replace(/\/(?:amp\/?)?$/, '');
    return `${siteOf(hostname)}${port && `:${port}`}${path}${kept.length > 0 ? `?${parameters}` : ''}`;
}
/** The same for what may be no address: then itself. */
export function addressKey(url) {
    return canonicalUrl(url) ?? url;
}
export function isSamePage(a, b) {
    return addressKey(a) === addressKey(b);
}
/** `example.org` of `www.example.org`, `m.example.org` and `amp.example.org`. */
export function siteOf(hostname) {
    return hostname.replace(/^(?:www|m|amp)\.(?=.*\.)|\.$/g, '');
}
/** RFC 3986, 6.2.2: capital hexadecimal digits, and none where a character may stand for itself. */
function plainlyEncoded(path) {
    return path.replace(/%[\da-f]{2}/gi, (code) => {
        const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
        return /[\w.~-]/.test(character) ? character : code.toUpperCase();
    });
}
/** Of the analytics and mailing services whose addresses are shared most. */
const TRACING = /^(?:utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|at_.*)$/i;

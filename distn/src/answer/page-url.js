/** The address of a page of a document: `#page=n` (RFC 8118, section 3), in place of what the address had of its own. */
export function pageUrl(url, page) {
    return page === undefined ? url : `${url.replace(/#.*$/su, '')}#page=${page}`;
}

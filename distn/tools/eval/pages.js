/** Compares two texts as bags of words: letters and digits, in lower case. */
export function tokenScores(found, expected) {
    const left = new Map();
    const wanted = tokensOf(expected);
    for (const token of wanted)
        left.set(token, (left.get(token) ?? 0) + 1);
    const given = tokensOf(found);
    let right = 0;
    for (const token of given) {
        const count = left.get(token) ?? 0;
        if (count === 0)
            continue;
        right += 1;
        left.set(token, count - 1);
    }
    const precision = given.length === 0 ? 0 : right / given.length;
    const recall = wanted.length === 0 ? 0 : right / wanted.length;
    return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
function tokensOf(text) {
    return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
/** Whether a page carries a field at all: searched for in its source, and not with the parser that is measured. */
export const CARRIES = {
    published: (html, address) => /datePublished|published_time|pubdate|publish-?date|sailthru\.date|dc\.date|<time\b|"date"\s*:/iu.test(html) || isDated(address),
    title: (html) => /<title\b[^>]*>\s*[^<\s]|og:title|"headline"/iu.test(html),
    url: (html) => /rel=["']?canonical|og:url/iu.test(html),
};
function isDated(address) {
    return /\/(?:19|20)\d\d\/\d\d?\/\d\d?\//u.test(address);
}

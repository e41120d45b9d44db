/** Subtypes of schema.org's Article, and of what else is a page with a text. */
const ARTICLE = /^(?:\w*Article|Report|\w*BlogPosting|SocialMediaPosting|ClaimReview|\w*Review)$/u;
const PAGE = /^(?:WebPage|ItemPage|AboutPage|FAQPage)$/u;
/** Reads the JSON-LD of a page. Never throws: invalid JSON is ignored. */
export function jsonLdOf(page) {
    const objects = [...page.querySelectorAll('script[type="application/ld+json"]')]
        .flatMap(({ textContent }) => listOf(parsed(textContent)))
        .flatMap((one) => (isObject(one) && '@graph' in one ? [one, ...listOf(one['@graph'])] : [one]))
        .filter(isObject);
    const byId = new Map(objects.map((one) => [one['@id'], one]));
    const ofType = (type) => objects.find((one) => listOf(one['@type']).some((name) => type.test(String(name))));
    const nameOf = (value) => {
        const names = listOf(value).flatMap((one) => {
            if (typeof one === 'string')
                return one;
            if (!isObject(one))
                return [];
            const name = one.name ?? byId.get(one['@id'])?.name;
            return typeof name === 'string' ? name : [];
        });
        return (names
            .map((name) => name.trim())
            .filter((name) => name !== '')
            .join(', ') || undefined);
    };
    const inside = (one) => (isObject(one?.mainEntity) ? one.mainEntity : one);
    return { article: ofType(ARTICLE) ?? inside(ofType(PAGE)) ?? {}, nameOf };
}
/** Not JSON: nothing. Raw newlines inside of strings are common, and no reason to lose the rest. */
function parsed(json) {
    const bare = json.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/gu, '');
    for (const text of [bare, bare.replace(/\p{Cc}/gu, ' ')]) {
        try {
            return JSON.parse(text);
        }
        catch {
            // The other form is next.
        }
    }
    return undefined;
}
function listOf(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

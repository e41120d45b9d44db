import * as z from 'zod/mini';
import { publishedOf } from './published.js';
/** Validates the fields of a record. Unknown fields are ignored; null and blank values count as absent. */
export function fieldsOf(record) {
    const fields = {};
    const invalid = [];
    for (const [field, names] of NAMES) {
        const name = names.find((name) => !isAbsent(record[name]));
        if (name === undefined)
            continue;
        const parsed = SCHEMA[field].safeParse(record[name]);
        if (parsed.success)
            fields[field] = parsed.data;
        else
            invalid.push({ name, reason: `${name} ${parsed.error.issues[0]?.message}` });
    }
    return { fields, invalid };
}
function isAbsent(value) {
    return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
const scalar = z.union([z.string(), z.number()], {
    error: (issue) => `isn't text: ${shown(issue.input)}; dropped`,
});
const words = z.pipe(scalar, z.transform((value) => String(value).replace(/\s+/gu, ' ').trim()));
const listOfWords = z.array(words, {
    error: (issue) => `isn't a list of words: ${shown(issue.input)}; dropped`,
});
const SCHEMA = {
    title: words,
    published: z.transform((value, context) => {
        const result = publishedOf(value);
        if ('published' in result)
            return result.published;
        context.issues.push({ code: 'custom', input: value, message: `${result.fault}; left undated` });
        return z.NEVER;
    }),
    publisher: words,
    author: z.union([
        words,
        z.pipe(listOfWords, z.transform((names) => names.join(', '))),
    ], {
        error: (issue) => `isn't text: ${shown(issue.input)}; dropped`,
    }),
    url: words.check(z.refine(isWebAddress, { error: (issue) => `isn't an http(s) address: ${shown(issue.input)}; dropped` })),
    language: words,
    tags: z.pipe(z.union([
        z.pipe(z.string(), z.transform((list) => list.split(','))),
        z.array(z.union([z.string(), z.number()])),
    ], {
        error: (issue) => `isn't a list of words: ${shown(issue.input)}; dropped`,
    }), z.transform((tags) => tags.map((tag) => String(tag).trim()).filter((tag) => tag !== ''))),
};
/** Each field under the names it may have; the first that holds something counts. */
const NAMES = [
    ['title', ['title']],
    ['published', ['published', 'date']],
    ['publisher', ['publisher']],
    ['author', ['author']],
    ['url', ['url']],
    ['language', ['language']],
    ['tags', ['tags']],
];
function isWebAddress(address) {
    return /^https?:\/\//iu.test(address) && URL.canParse(address);
}
function shown(value) {
    const json = JSON.stringify(value) ?? String(value);
    return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

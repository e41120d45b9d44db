import { fold } from '../../src/text/tokens/fold.js';
const TITLES = ['Mr', 'President', 'Gen.', 'Dr.', 'Prime Minister', 'Mrs.'];
const KINDS = ['the city of %', '% province', '% district', '% village', 'the town of %', '%, Syria'];
const FORMS = {
    'as it is': ({ name }) => name,
    title: ({ name, type }, i) => type === 'person' ? `${TITLES[i % TITLES.length]} ${lastOf(name)}` : undefined,
    initial: ({ name, type }, i) => {
        const words = name.split(' ');
        if (type !== 'person' || words.length !== 2)
            return undefined;
        return `${words[0]} ${'ABDFHKM'[i % 7]}. ${words[1]}`;
    },
    'kind of place': ({ name, type }, i) => type === 'place' ? KINDS[i % KINDS.length].replace('%', name) : undefined,
    'a swap': ({ name }, i) => swapped(name, i),
    'in Cyrillic': ({ name }) => inCyrillic(name),
};
/** Shares of names of which the first citation holds the name, by the form in which they were asked for. */
export async function askNames(archive, names, miss) {
    const shares = {};
    for (const [label, form] of Object.entries(FORMS)) {
        let [found, asked] = [0, 0];
        for (const [i, one] of names.entries()) {
            const typed = form(one, i);
            if (typed === undefined)
                continue;
            asked += 1;
            const { citations } = await archive.ask(one.type === 'place' ? 'where' : 'who', typed);
            if (holds(citations[0]?.quote ?? '', one.name))
                found += 1;
            else
                miss(`${label}: ${typed} -> ${citations[0]?.quote.slice(0, 90) ?? 'not found'}`);
        }
        shares[label] = [found, asked];
    }
    return shares;
}
/** How many of names that the archive doesn't have are answered. */
export async function askAbsent(archive, absent, miss) {
    let answered = 0;
    for (const typed of absent) {
        const { status, citations } = await archive.ask('who', typed);
        if (status !== 'found')
            continue;
        answered += 1;
        miss(`absent: ${typed} -> ${citations[0]?.quote.slice(0, 90)}`);
    }
    return answered;
}
/** Whether a quotation has the last word of a name. */
function holds(quote, name) {
    return fold(quote).includes(fold(lastOf(name)));
}
function lastOf(name) {
    return name.split(' ').at(-1);
}
/** With two neighbouring letters of the longest word exchanged, of five letters at least; the first stays. */
function swapped(name, i) {
    const word = name.split(/[\s-]/).reduce((a, b) => (b.length > a.length ? b : a));
    if (word.length < 5)
        return undefined;
    const at = 1 + (i % (word.length - 3));
    const other = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    return other === word || /[^A-Za-z]/.test(word) ? undefined : name.replace(word, other);
}
/** English letters in Russian ones, as newspapers write foreign names; the product's table goes the other way. */
const CYRILLIC = Object.entries({
    shch: 'щ',
    kh: 'х',
    sh: 'ш',
    ch: 'ч',
    zh: 'ж',
    ts: 'ц',
    th: 'т',
    ph: 'ф',
    gh: 'г',
    ck: 'к',
    ee: 'и',
    oo: 'у',
    ou: 'у',
    ya: 'я',
    yu: 'ю',
    x: 'кс',
    qu: 'кв',
    a: 'а',
    b: 'б',
    c: 'к',
    d: 'д',
    e: 'е',
    f: 'ф',
    g: 'г',
    h: 'х',
    i: 'и',
    j: 'дж',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
    o: 'о',
    p: 'п',
    q: 'к',
    r: 'р',
    s: 'с',
    t: 'т',
    u: 'у',
    v: 'в',
    w: 'в',
    y: 'й',
    z: 'з',
}).map(([latin, letters]) => [new RegExp(latin, 'g'), letters]);
function inCyrillic(name) {
    const folded = fold(name);
    if (!/^[a-z -]{5,}$/.test(folded))
        return undefined;
    return CYRILLIC.reduce((written, [latin, letters]) => written.replace(latin, letters), folded);
}

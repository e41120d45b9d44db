import { buildArchive } from '../../src/archive/open-archive.js';
import { CONFIDENCE_FEATURES } from '../../src/ranking/confidence.js';
import { asTyped } from './as-typed.js';
import { isRight } from './judge.js';
import { byParagraph, isOf, joined } from './shapes.js';
/** Questions that a whole set is asked at most, of each kind: evenly spread over it. */
const MAX_ASKED = 2_500;
const SHAPES = [
    { name: 'one article', size: 1, archives: 12, asked: 60 },
    { name: 'four articles', size: 4, archives: 6, asked: 100 },
    { name: 'half', size: 'half', archives: 2, asked: 700 },
    { name: 'paragraphs', size: 'half', archives: 2, asked: 700, cut: byParagraph },
    {
        name: 'long articles',
        size: 'half',
        archives: 2,
        asked: 700,
        cut: (one) => joined(one, Math.max(2, Math.ceil(one.articles.length / 12))),
    },
];
/** Asks each set's archive, and archives of other shapes made of it, their own questions and others. */
export async function trialsOf(sets, weights) {
    const trials = [];
    const languages = await Promise.all(sets.map(languageOf));
    for (const [i, set] of sets.entries()) {
        const outside = sets.flatMap((other, j) => j !== i && languages[j] === languages[i] ? grouped(other, `${j}`) : []);
        const own = grouped(set, `${i}`);
        const whole = { questions: own, near: [], outside, asked: MAX_ASKED };
        const where = { archive: `${i}, whole`, whole: true };
        trials.push(...(await trialsIn(set.archive, whole, where, weights)));
        const articles = await set.articles();
        for (const shape of SHAPES) {
            for (let part = 0; part < shape.archives; part++) {
                const held = partOf(articles, shape, part);
                const inside = own.filter(({ expected }) => expected.some((one) => held.some((article) => isOf(article, one))));
                const known = new Set(inside);
                const near = own.filter((one) => one.expected.length > 0 && !known.has(one));
                const shaped = { articles: held, questions: inside };
                const cut = shape.cut?.(shaped) ?? shaped;
                const archive = await buildArchive(cut.articles);
                const questions = cut.questions;
                const where = { archive: `${i}, ${shape.name}`, whole: false };
                const asked = { questions, near, outside, asked: shape.asked };
                trials.push(...(await trialsIn(archive, asked, where, weights)));
            }
        }
    }
    return trials;
}
async function languageOf({ archive }) {
    return (await archive.status()).languages[0]?.name ?? 'en';
}
function grouped({ questions }, set) {
    return questions.map((one) => ({ ...one, group: `${set} ${one.expected[0]?.article ?? one.text}` }));
}
function partOf(articles, { size, archives }, part) {
    if (size === 'half')
        return articles.filter((_, i) => i % 2 === part);
    const start = Math.floor((part * articles.length) / archives);
    return articles.slice(start, start + size);
}
async function trialsIn(archive, { questions, near, outside, asked: most }, where, weights) {
    const own = spread(questions, most);
    const others = Math.min(most, Math.max(FEWEST_OTHERS, own.length));
    const trials = [];
    let i = 0;
    const ask = async (question, asked) => {
        const { kind, text, expected, group } = question;
        const { ranked, features } = await archive.examine(kind, asTyped(text, i++), 3, weights);
        if (!features)
            return;
        const right = ranked.map((one) => expected.some((place) => isRight(one, place)));
        const answerable = asked === 'answerable';
        trials.push({
            ...{ ...where, asked, group },
            right: answerable && right[0] === true,
            inThree: answerable && right.includes(true),
            values: CONFIDENCE_FEATURES.map((name) => features[name]),
        });
    };
    for (const one of own)
        await ask(one, one.expected.length > 0 ? 'answerable' : 'unanswerable');
    for (const one of spread(near, others))
        await ask(one, 'near');
    for (const one of spread(outside, others))
        await ask(one, 'outside');
    return trials;
}
/** One article answers few questions: it is asked at least so many others. */
const FEWEST_OTHERS = 20;
/** At most `most` of a list, evenly spread over it. */
function spread(list, most) {
    if (list.length <= most)
        return list;
    return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]);
}

import { splitParagraphs } from '../../src/text/sentences/paragraphs.js';
/** Each paragraph as an article of its own: thousands of short ones. */
export function byParagraph({ articles, questions }) {
    const pieces = articles.flatMap((article) => splitParagraphs(article.text).map((span, i) => ({ article, span, id: `${article.id}/${i + 1}` })));
    return {
        articles: pieces.map(({ article, span, id }) => ({
            ...article,
            ...{ id, path: id, text: article.text.slice(span.start, span.end) },
        })),
        questions: moved(questions, (place) => {
            const at = pieces.find(({ article, span }) => isOf(article, place) && isInside(place, span));
            return at && { article: at.id, start: place.start - at.span.start, end: place.end - at.span.start };
        }),
    };
}
/** So many articles in one: few long ones. */
export function joined({ articles, questions }, by) {
    const offsets = new Map();
    const texts = [];
    articles.forEach((article, i) => {
        const number = Math.floor(i / by);
        const before = texts[number] === undefined ? '' : `${texts[number]}\n\n`;
        offsets.set(article, { id: `long-${number + 1}`, offset: before.length });
        texts[number] = before + article.text;
    });
    return {
        articles: texts.map((text, i) => ({
            ...articles[i * by],
            ...{ id: `long-${i + 1}`, path: `long-${i + 1}`, text, title: `Volume ${i + 1}` },
        })),
        questions: moved(questions, (place) => {
            const own = articles.find((article) => isOf(article, place));
            const at = own && offsets.get(own);
            return at && { article: at.id, start: place.start + at.offset, end: place.end + at.offset };
        }),
    };
}
/** Whether an article is what a question file calls so. */
export function isOf({ id }, { article }) {
    return id === article || id.endsWith(`#${article}`);
}
function isInside(place, span) {
    return span.start <= place.start && place.end <= span.end;
}
function moved(questions, move) {
    return questions.flatMap((question) => {
        const expected = question.expected.flatMap((one) => ('start' in one ? (move(one) ?? []) : []));
        return question.expected.length > 0 && expected.length === 0 ? [] : [{ ...question, expected }];
    });
}

/** The rank of the first right citation, counted from 1; `undefined` where none is right. */
export function rankOfFirstRight(citations, expected) {
    const index = citations.findIndex((citation) => expected.some((one) => isRight(citation, one)));
    return index === -1 ? undefined : index + 1;
}
/** Whether a citation is of the expected article and contains the expected span, or words. */
export function isRight(citation, expected) {
    if (!namesOf({ ...citation, id: citation.articleId }).includes(expected.article))
        return false;
    if ('quote' in expected)
        return citation.quote.includes(expected.quote);
    return citation.start <= expected.start && expected.end <= citation.end;
}
/** The expected articles that the archive does not hold: then the questions belong to another archive. */
export function unknownArticles(articles, questions) {
    const known = new Set(articles.flatMap(namesOf));
    const expected = new Set(questions.flatMap((question) => question.expected.map(({ article }) => article)));
    return [...expected].filter((article) => !known.has(article));
}
/** What a question file may call an article: its id, the id its own file gave it (`articles.jsonl#id`), its title. */
function namesOf({ id, path, title }) {
    return [id, title, ...(id.startsWith(`${path}#`) ? [id.slice(path.length + 1)] : [])];
}

import { dayOf } from '../../index/documents/metadata.js';
import { customId } from '../buttons/custom-id.js';
import { placeIn } from '../buttons/page-request.js';
import { escapeMarkdown, isolated, link, oneLine, quotation } from './markdown.js';
import { passageUrl } from './passage.js';
import { button, COLOUR, reply, rows } from './reply.js';
import { fits, shortened } from './sizes.js';
export const ARTICLES_PER_PAGE = 10;
/** Renders a page of articles. The name they are about stands in the heading, for the next page's button. */
export function renderArticles({ articles, total, page }, { about, messages, ephemeral }) {
    const pages = Math.max(1, Math.ceil(total / ARTICLES_PER_PAGE));
    const heading = about === undefined ? messages.articles.title : messages.articles.about(isolated(about));
    const content = `### ${escapeMarkdown(heading)}`;
    const description = listOf(articles, messages);
    const place = about === undefined ? '' : placeIn(content, about);
    const turn = (label, to) => {
        const id = place === undefined ? undefined : customId('articles', to, place);
        return id === undefined || to < 0 || to >= pages ? [] : [button(label, id)];
    };
    return reply({
        content,
        embeds: [{ color: COLOUR, description, footer: { text: messages.articles.page(page + 1, pages) } }],
        components: rows([...turn(messages.buttons.back, page - 1), ...turn(messages.buttons.more, page + 1)]),
        ephemeral,
    });
}
/** All of a page, always: where it doesn't fit, without links, and then with shorter titles. */
function listOf(articles, messages) {
    if (articles.length === 0)
        return messages.articles.none;
    const forms = [
        { linked: true, longest: 120 },
        { linked: false, longest: 120 },
        { linked: false, longest: 60 },
    ].map((form) => articles.map((one) => lineOf(one, messages, form)).join('\n'));
    return forms.find((description) => fits([{ description }], '')) ?? forms.at(-1);
}
function lineOf({ article, sentences }, messages, { linked, longest }) {
    const url = linked && article.url ? passageUrl(article.url, '') : undefined;
    const parts = [
        dayOf(article.published) ?? messages.answer.undated,
        ...(article.publisher === undefined ? [] : [isolated(shortened(oneLine(article.publisher), 60))]),
        messages.articles.sentences(sentences),
    ];
    const title = `**${escapeMarkdown(titleOf(article, messages, longest))}**`;
    return `${title} — ${escapeMarkdown(parts.join(', '))}${url ? ` · ${link('↗', url)}` : ''}`;
}
/** An article's title in one line, or its opening words, marked as such. */
export function titleOf(article, { answer }, longest) {
    const title = isolated(shortened(oneLine(article.title), longest));
    return article.origin.title === 'opening words' ? answer.untitled(title) : title;
}
/** Renders what is known of one article: what doesn't fit is left out, its opening first. */
export function renderArticle(details, messages, ephemeral) {
    const { article, opening, names, sentences, alike } = details;
    const { articles, answer } = messages;
    const url = article.url && passageUrl(article.url, opening);
    const facts = [
        isolated(shortened(oneLine(`${articles.id}: ${article.id}`), 200)),
        ...factsOf(article, sentences, messages),
    ];
    const embed = (quoted, others) => ({
        color: COLOUR,
        description: [
            escapeMarkdown(facts.join(' · ')),
            ...(names.length > 0
                ? [
                    escapeMarkdown(`${articles.names}: ${names.map((n) => `${isolated(shortened(oneLine(n.name), 60))} (${n.sentences})`).join(', ')}`),
                ]
                : []),
            ...others,
            ...(quoted === '' ? [] : [`${articles.opening}:\n${quoted}`]),
            ...(url ? [link(answer.passage, url)] : []),
        ].join('\n'),
    });
    const others = alikeLines(alike, messages);
    const forms = [embed(quotation(opening, []), others), embed('', others), embed('', [])];
    const content = `### ${escapeMarkdown(titleOf(article, messages, 500))}`;
    return reply({
        content,
        embeds: [forms.find((form) => fits([form], content)) ?? forms.at(-1)],
        ephemeral,
    });
}
/** `Nearly the same text: “Title” — Publisher, 2020-01-27; …`. */
function alikeLines(alike, messages) {
    const { articles, answer, status } = messages;
    return LIKENESSES.flatMap((likeness) => {
        const others = alike.filter((one) => one.likeness === likeness).map(({ article }) => article);
        if (others.length === 0)
            return [];
        const shown = others.slice(0, ALIKE_SHOWN).map((article) => {
            const by = [article.publisher, dayOf(article.published) ?? answer.undated];
            const source = by.flatMap((part) => part === undefined ? [] : [isolated(shortened(oneLine(part), 60))]);
            return `${titleOf(article, messages, 100)} — ${source.join(', ')}`;
        });
        const more = others.length > shown.length ? [status.more(others.length - shown.length)] : [];
        return [escapeMarkdown(`${articles.alike[likeness]}: ${[...shown, ...more].join('; ')}`)];
    });
}
const LIKENESSES = ['same', 'nearly', 'version'];
/** Of each likeness: there may be a hundred reprints. */
const ALIKE_SHOWN = 3;
/** Lists date, publisher, author, language, tags and length, each with where the article says so. */
export function factsOf(article, sentences, { answer, articles }) {
    const facts = [
        datesOf(article) ?? answer.undated,
        withOrigin(article, 'publisher'),
        withOrigin(article, 'author'),
        withOrigin(article, 'language'),
        article.tags?.join(', '),
        articles.sentences(sentences),
    ];
    return facts.flatMap((fact) => (fact ? [isolated(shortened(oneLine(fact), 200))] : []));
}
/** `2020-01-27 [JSON-LD] ≠ 2019-05-03 [url]`: what counts, and what the article also says. */
function datesOf({ published, origin, otherDates = [] }) {
    if (published === undefined)
        return undefined;
    const dates = [{ published, origin: origin.published }, ...otherDates];
    return dates.map((one) => `${dayOf(one.published)}${originOf(one.origin)}`).join(' ≠ ');
}
function withOrigin(article, field) {
    const value = article[field];
    return value === undefined ? undefined : `${value}${originOf(article.origin[field])}`;
}
/** In the words of the formats, which are the same in every language; a field of a record needs none. */
function originOf(origin) {
    return origin === undefined || origin === 'field' || origin === 'front matter' ? '' : ` [${origin}]`;
}

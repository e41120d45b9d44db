import { ButtonStyle } from 'discord-api-types/v10';
import { pageUrl } from '../../answer/page-url.js';
import { dayOf, markOf } from '../../index/documents/metadata.js';
import { shortDays } from '../../text/dates/spoken-days.js';
import { fingerprint } from '../../text/fingerprint.js';
import { customId } from '../buttons/custom-id.js';
import { partsOf } from '../buttons/page-request.js';
import { footerOf } from './footer.js';
import { escapeMarkdown, isolated, link, oneLine, quotation, subtext } from './markdown.js';
import { nameButtons, notFound, unmentioned } from './not-found.js';
import { passageUrl } from './passage.js';
import { button, COLOUR, linkButton, reply, rows, UNSURE_COLOUR } from './reply.js';
import { fits, MAX_CONTENT, MAX_LABEL, shortened } from './sizes.js';
/** Citations on one page. */
export const CITATIONS_PER_PAGE = 3;
/**
 * Renders an answer: the question, a block for each citation, and the buttons. `answer` holds the citations from
 * the first of all to the last of this page. Whole citations only: what doesn't fit is on the next page.
 */
export function renderAnswer(answer, view) {
    if (answer.status === 'not-found')
        return notFound(answer, view, contentOf(answer, view));
    return answer.status === 'unsure' ? unsure(answer, view) : found(answer, view);
}
function found(answer, view) {
    const { offset, ephemeral } = view;
    const page = answer.citations.slice(offset, offset + CITATIONS_PER_PAGE);
    const contentFor = (shown) => contentOf(answer, view, differLine(answer, view, shown));
    // Of sides of a difference that have no room on the page, nothing is said: with less to say there is no less room.
    const content = contentFor(embedsOf(page, answer, view, contentFor(page.length)).length);
    const embeds = embedsOf(page, answer, view, content);
    return reply({
        content,
        embeds: withFooter(embeds, answer, view),
        components: buttonsOf(answer, view, content, page.slice(0, embeds.length)),
        ephemeral,
    });
}
/** The nearest sentences, grey, under a line that says what they are: for the asker alone, whoever sees other answers. */
function unsure(answer, asked) {
    const view = { ...asked, ephemeral: true };
    const { offset, messages } = view;
    const page = answer.citations.slice(offset, offset + CITATIONS_PER_PAGE);
    const missing = answer.reason === 'not-mentioned' ? [escapeMarkdown(unmentioned(answer, messages))] : [];
    const content = contentOf(answer, view, missing, [escapeMarkdown(messages.unsure)]);
    const embeds = embedsOf(page, answer, view, content).map((embed) => ({ ...embed, color: UNSURE_COLOUR }));
    const buttons = buttonsOf(answer, view, content, page.slice(0, embeds.length));
    return reply({
        content,
        embeds: withFooter(embeds, answer, view),
        components: [...buttons, ...rows(nameButtons(answer, messages))],
        ephemeral: true,
    });
}
function embedsOf(page, answer, view, content) {
    const embeds = [];
    for (const [i, citation] of page.entries()) {
        const embed = embedOf(citation, view.offset + i + 1, view.messages, content);
        if (!fits([...withFooter(embeds, answer, view), embed, FOOTER_ROOM], content))
            break;
        embeds.push(embed);
    }
    return embeds;
}
/** `The sources differ: “at least 58 people” [1], “72 people” [2].`, where two of them at least are on the page. */
function differLine({ differing = [] }, { messages, offset }, shown) {
    const claims = differing
        .filter(({ citation }) => offset <= citation && citation < offset + shown)
        .map(({ words, citation }) => `“${isolated(oneLine(words))}” [${citation + 1}]`);
    return claims.length < 2 ? [] : [escapeMarkdown(messages.answer.differ(claims.join(', ')))];
}
/** What a footer can take, kept free while citations are added. */
const FOOTER_ROOM = { footer: { text: ' '.repeat(120) } };
/** The question, what names were read as, what else is to be said before the citations, and what must be. */
function contentOf({ question }, { heading, messages }, more = [], always = []) {
    const readings = question.names
        .filter(({ readAs }) => readAs.length > 0)
        .map(({ typed, readAs }) => `-# ${escapeMarkdown(messages.answer.readAs(shownName(typed), readAs.map(shownName).join(', ')))}`);
    const head = `### ${escapeMarkdown(shortened(heading, MAX_HEADING))}`;
    const whole = [head, ...readings.slice(0, 4), ...more, ...always].join('\n');
    return whole.length <= MAX_CONTENT ? whole : [head, ...always].join('\n');
}
/** Three times the longest question, and within the content even if every character is escaped. */
const MAX_HEADING = 900;
/** Returns the heading: a question around a name or phrase alone, spelled as in the archive where there is one such spelling. */
export function headingOf(answer, messages) {
    const { kind, isKeywordQuery, names, text } = answer.question;
    if (!isKeywordQuery)
        return text;
    const [name] = names;
    const respelt = name?.typed === text && name.match !== 'abbreviation' && name.readAs.length === 1;
    return messages.headings[kind](shownName(respelt ? name.readAs[0] : text));
}
function shownName(name) {
    return isolated(oneLine(name));
}
/** What doesn't fit goes in this order: our reading of dates, what goes on, what the sentence leans on, its bold words, the sentence itself but for its source. */
function embedOf(citation, number, messages, content) {
    const highlights = citation.highlights.map(({ start, end }) => ({
        start: start - citation.start,
        end: end - citation.start,
    }));
    const source = sourceLines(citation, number, messages);
    const { before: beforeIt, after: afterIt } = messages.context;
    const lean = citation.leansOn ? `${leanOf(citation.leansOn, beforeIt)}\n` : '';
    const next = citation.followedBy ? `\n${leanOf(citation.followedBy, afterIt)}` : '';
    const shown = [
        { before: lean, bold: highlights, next, dates: dateLine(citation, messages) },
        { before: lean, bold: highlights, next, dates: '' },
        { before: lean, bold: highlights, next: '', dates: '' },
        { before: '', bold: highlights, next: '', dates: '' },
        { before: '', bold: [], next: '', dates: '' },
    ]
        .map(({ before, bold, next, dates }) => `${before}${quotation(citation.quote, bold)}${next}\n${source}${dates}`)
        .find((description) => fits([{ description }, FOOTER_ROOM], content));
    return { color: COLOUR, description: shown ?? `${messages.answer.tooLong}\n${source}` };
}
/** What the sentence leans on: smaller, and marked as what stands before it. Whole, or not at all. */
function leanOf({ quote }, where) {
    return subtext(`${where}: `, quote);
}
/** `“Monday” read as 2020-01-27 · …`, each once: days as the source says its own. */
function dateLine({ quote, start, dates = [] }, { answer }) {
    const readings = dates.map((date) => answer.dateRead(shownName(quote.slice(date.start - start, date.end - start)), shortDays(date)));
    const line = [...new Set(readings)].join(' · ');
    return line === '' ? '' : `\n-# ${escapeMarkdown(line)}`;
}
/** `[1] title — publisher, date · ¶ 2 · to the passage`, and the copies. */
function sourceLines(citation, number, { answer }) {
    const url = urlOf(citation);
    const parts = [
        `**\\[${number}\\]** ${escapeMarkdown(titleOf(citation, answer))}`,
        escapeMarkdown(answer.paragraph(citation.paragraph)),
        ...(citation.page === undefined ? [] : [escapeMarkdown(answer.page(citation.page))]),
        ...(url ? [link(answer.passage, url)] : []),
    ];
    const articles = new Set(citation.copies.map(({ articleId }) => articleId)).size;
    const copies = articles === 0 ? [] : [`-# ${escapeMarkdown(answer.alsoIn(articles))}`];
    return [`-# ${parts.join(' · ')}`, ...copies].join('\n');
}
/** Of the page where there are pages: PDF viewers know no text fragments. */
function urlOf({ url, page, quote }) {
    return url && (page === undefined ? passageUrl(url, quote) : passageUrl(pageUrl(url, page), ''));
}
/** `title — publisher, date`, as much of them as is known. */
export function titleOf(source, answer) {
    const title = isolated(shortened(oneLine(source.title), 150));
    const shown = source.untitled ? answer.untitled(title) : title;
    const publisher = source.publisher === undefined ? [] : [isolated(shortened(oneLine(source.publisher), 80))];
    return `${shown} — ${[...publisher, dayOf(source.published) ?? answer.undated].join(', ')}`;
}
function withFooter(embeds, answer, { messages, offset }) {
    const last = embeds.at(-1);
    if (!last)
        return [];
    const shown = messages.answer.shown(offset + 1, offset + embeds.length, answer.found);
    return [
        ...embeds.slice(0, -1),
        { ...last, footer: { text: [shown, ...footerOf(answer, messages)].join(' · ') } },
    ];
}
function buttonsOf(answer, view, content, shown) {
    const { messages, offset, ephemeral, userId } = view;
    const named = (label, id, style) => id === undefined ? [] : [button(label, id, style)];
    const contexts = shown.flatMap((citation, i) => named(messages.buttons.context(offset + i + 1), contextId(citation)));
    const next = offset + shown.length;
    const url = shown.map(urlOf).find(Boolean);
    return rows(contexts, [
        ...(offset > 0 ? named(messages.buttons.back, pageId(answer, view, content, 'back', next)) : []),
        ...(next < answer.found
            ? named(messages.buttons.more, pageId(answer, view, content, 'more', next), ButtonStyle.Primary)
            : []),
        ...(url ? [linkButton(shortened(messages.buttons.source, MAX_LABEL), url)] : []),
        ...(ephemeral ? [] : named(messages.buttons.delete, customId('delete', userId))),
    ]);
}
/** The custom id of the button that shows a citation in context. */
export function contextId({ articleId, start, end, quote }) {
    return customId('context', markOf(articleId), start.toString(36), end.toString(36), fingerprint(quote, 6));
}
/**
 * Two ends of a page, and a fingerprint of all citations up to its end: where they aren't the same any more, the
 * archive has changed, and another page would not follow on this one.
 */
function pageId(answer, { request, paged, offset }, content, action, end) {
    const parts = paged ? partsOf(request, content) : undefined;
    return (parts &&
        customId(action, offset.toString(36), end.toString(36), placesOf(answer.citations.slice(0, end)), ...parts));
}
/** A fingerprint of citations: the same for the same sentences in the same order. */
export function placesOf(citations) {
    return fingerprint(citations.map(({ articleId, start, end }) => `${articleId} ${start} ${end}`).join('\n'), 6);
}

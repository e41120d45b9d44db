import { namesOfLanguages } from '../../text/languages/language-names.js';
import { escapeMarkdown, isolated, oneLine } from './markdown.js';
import { COLOUR, reply } from './reply.js';
import { shortened } from './sizes.js';
const PUBLISHERS_SHOWN = 10;
const LANGUAGES_SHOWN = 20;
const PROBLEMS_SHOWN = 12;
/** Renders counts, dates, publishers, languages and age; problems one by one for administrators, their number for others. */
export function renderStatus(status, { messages, admin, ephemeral }) {
    const { status: words } = messages;
    const dates = status.from === undefined ? [] : [`${status.from} – ${status.to}`];
    if (status.undated > 0)
        dates.push(words.undated(status.undated));
    const publishers = status.publishers
        .slice(0, PUBLISHERS_SHOWN)
        .map(({ name, articles }) => `${isolated(shortened(oneLine(name), 40))} (${articles})`);
    const more = status.publishers.length - publishers.length;
    const named = namesOfLanguages(messages.locale);
    const languages = status.languages
        .slice(0, LANGUAGES_SHOWN)
        .map(({ name, articles }) => `${named(name)} (${articles})`);
    const fields = [
        { name: words.articles, value: articlesOf(status, words), inline: true },
        { name: words.sentences, value: String(status.sentences), inline: true },
        { name: words.names, value: String(status.names), inline: true },
        { name: words.dates, value: dates.join(' · ') || '–', inline: true },
        { name: words.read, value: `<t:${Math.floor(status.readAt / 1_000)}:R>`, inline: true },
        {
            name: words.publishers,
            value: [...publishers, ...(more > 0 ? [words.more(more)] : [])].map(escapeMarkdown).join(', ') || '–',
        },
        { name: words.languages, value: escapeMarkdown(languages.join(', ')) || '–' },
        { name: words.problems, value: problemsOf(status.problems, words, admin) },
    ];
    return reply({ embeds: [{ color: COLOUR, title: words.title, fields }], ephemeral });
}
function articlesOf({ articles, repeated }, words) {
    return repeated > 0 ? `${articles} (${words.repeated(repeated)})` : String(articles);
}
function problemsOf(problems, words, admin) {
    if (problems.length === 0)
        return words.noProblems;
    if (!admin)
        return words.problemsForAdmins(problems.length);
    const lines = [];
    for (const { path, line, reason } of problems.slice(0, PROBLEMS_SHOWN)) {
        const shown = escapeMarkdown(shortened(oneLine(`${path}${line === undefined ? '' : `:${line}`}: ${reason}`), 300));
        // A field takes 1,024 characters; room for the last line.
        if ([...lines, shown].join('\n').length > 950)
            break;
        lines.push(shown);
    }
    const more = problems.length - lines.length;
    return [...lines, ...(more > 0 ? [words.more(more)] : [])].join('\n');
}

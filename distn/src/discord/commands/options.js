import { publishedOf } from '../../ingest/metadata/published.js';
import { QUESTION_KINDS } from '../../model/query.js';
import { fold } from '../../text/tokens/fold.js';
import { InputError } from '../input-error.js';
import { isolated, oneLine } from '../render/markdown.js';
import { shortened } from '../render/sizes.js';
/** Whether only the asker is to see the answer: the option `private`. */
export function isPrivate(interaction) {
    return interaction.options.getBoolean('private') ?? false;
}
/** Reads the options `publisher`, `from` and `to`. Throws `InputError` for an unknown publisher or a date that can't be read. */
export async function filterOf(interaction, context) {
    const { errors } = context.messages;
    const publisher = await publisherOf(interaction.options.getString('publisher'), context);
    const day = (option) => {
        const typed = interaction.options.getString(option);
        if (typed === null)
            return undefined;
        const read = dayIn(typed, option);
        if (read === undefined)
            throw new InputError(errors.badDate(oneLine(typed)));
        return read;
    };
    const [from, to] = [day('from'), day('to')];
    if (from !== undefined && to !== undefined && from > to)
        throw new InputError(errors.fromAfterTo);
    return {
        ...(publisher !== undefined && { publisher }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
    };
}
/** Reads a day, or the first or last day of a month or a year, as ISO 8601; `undefined` where it is none of these. */
export function dayIn(typed, end) {
    const text = typed.trim();
    const whole = publishedOf(text);
    if ('published' in whole)
        return whole.published.slice(0, 10);
    const numbers = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(text);
    const named = /^(\p{L}{3,12})\.? (\d{4})$/u.exec(text);
    const month = named ? publishedOf(`1 ${named[1]} ${named[2]}`) : undefined;
    if (month && 'published' in month)
        return endOf(month.published.slice(0, 7), end);
    if (!numbers || Number(numbers[2] ?? 1) > 12 || Number(numbers[2] ?? 1) < 1)
        return undefined;
    if (numbers[2] === undefined)
        return end === 'from' ? `${numbers[1]}-01-01` : `${numbers[1]}-12-31`;
    return endOf(`${numbers[1]}-${numbers[2].padStart(2, '0')}`, end);
}
function endOf(month, end) {
    if (end === 'from')
        return `${month}-01`;
    const [year, number] = month.split('-').map(Number);
    return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}
const PUBLISHERS_NAMED = 10;
async function publisherOf(typed, { archive, messages }) {
    if (typed === null)
        return undefined;
    const publishers = (await archive.status()).publishers.map(({ name }) => name);
    const found = publishers.find((name) => fold(name) === fold(typed.trim()));
    if (found !== undefined)
        return found;
    const some = publishers.slice(0, PUBLISHERS_NAMED).map((name) => shortened(oneLine(name), 60));
    throw new InputError(messages.errors.unknownPublisher(oneLine(typed), some.join(', ') || '–'));
}
/** Discord shows 25 choices at most, of 100 characters. */
const CHOICES = 25;
const CHOICE = 100;
/** Some ids are too long to choose. */
const ARTICLES_LOOKED_AT = 4 * CHOICES;
/** Suggests names for what was typed so far, first those that the kind of question asks about. */
export async function nameChoices(typed, { archive, messages }, kind) {
    const names = await archive.suggest(typed, CHOICES, kind);
    return names.flatMap(({ name, sentences }) => {
        const value = oneLine(name);
        if (value.length > CHOICE)
            return [];
        const count = ` — ${messages.notFound.sentences(sentences)}`;
        // Two for the marks of a name from right to left.
        return [{ name: `${isolated(shortened(value, CHOICE - count.length - 2))}${count}`, value }];
    });
}
/** Suggests publishers whose name contains what was typed so far. */
export async function publisherChoices(typed, { archive }) {
    const start = fold(typed.trim());
    const { publishers } = await archive.status();
    return publishers
        .filter(({ name }) => fold(name).includes(start) && name.length <= CHOICE)
        .slice(0, CHOICES)
        .map(({ name, articles }) => ({
        name: shortened(`${isolated(oneLine(name))} — ${articles}`, CHOICE),
        value: name,
    }));
}
/** Finds the article that the option names by id or title. Throws `InputError` where there is none. */
export async function articleTyped({ options }, { archive, messages }) {
    const typed = options.getString('article', true).trim();
    const details = await archive.article(typed);
    if (!details)
        throw new InputError(messages.articles.unknown(oneLine(typed)));
    return details;
}
/** Suggests articles whose title or id contains what was typed so far. */
export async function articleChoices(typed, { archive, messages }) {
    const articles = await archive.articlesLike(typed.trim(), ARTICLES_LOOKED_AT);
    const choosable = articles.filter(({ article }) => article.id.length <= CHOICE);
    return choosable.slice(0, CHOICES).map(({ article }) => {
        const day = article.published?.slice(0, 10) ?? messages.answer.undated;
        return { name: shortened(`${isolated(oneLine(article.title))} — ${day}`, CHOICE), value: article.id };
    });
}
/** Suggests values for the option that somebody is typing in. */
export async function choicesFor(interaction, context) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'publisher')
        return publisherChoices(value, context);
    return nameChoices(value, context, QUESTION_KINDS.find((kind) => kind === interaction.commandName));
}

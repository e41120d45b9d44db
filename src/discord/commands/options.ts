import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Archive } from '../../archive/archive.ts';
import { dateOf } from '../../ingest/metadata/published.ts';
import { type Filter, QUESTION_KINDS, type QuestionKind } from '../../model/query.ts';
import type { ArticleDetails } from '../../model/status.ts';
import { type Days, monthOf, singleDay, yearsOf } from '../../text/dates/days.ts';
import { typedDays } from '../../text/dates/typed-days.ts';
import { fold } from '../../text/tokens/fold.ts';
import { InputError } from '../input-error.ts';
import { isolated, oneLine } from '../render/markdown.ts';
import { shortened } from '../render/sizes.ts';
import { bestMatches } from './best-matches.ts';
import type { Choice, CommandContext } from './command.ts';

/** Whether only the asker is to see the answer: the option `private`. */
export function isPrivate(interaction: ChatInputCommandInteraction): boolean {
  return interaction.options.getBoolean('private') ?? false;
}

/** Reads the options `publisher`, `from` and `to`. Throws `InputError` for an unknown publisher or a date that can't be read. */
export async function filterOf(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
): Promise<Filter> {
  const { errors } = context.messages;
  const publisher = await publisherOf(interaction.options.getString('publisher'), context);
  const today = new Date().toISOString().slice(0, 10);
  const day = (option: 'from' | 'to') => {
    const typed = interaction.options.getString(option);
    if (typed === null) return undefined;
    const read = daysIn(typed, context.messages.locale, today)?.[option];
    if (read === undefined) throw new InputError(errors.badDate(oneLine(typed)));
    return read;
  };
  const [from, to] = [day('from'), day('to')];
  if (from !== undefined && to !== undefined && from > to) throw new InputError(errors.fromAfterTo);
  return {
    ...(publisher !== undefined && { publisher }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/**
 * Reads a day, a week, a month or a year, in figures or in words of this language (BCP 47) or English; `undefined` where it is none
 * of these. `today` as ISO 8601.
 */
export function daysIn(typed: string, locale: string, today: string): Days | undefined {
  const text = typed.trim();
  const whole = dateOf(text);
  if ('published' in whole) return singleDay(whole.published.slice(0, 10));
  const numbers = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (!numbers) return typedDays(text, locale, today);
  const [year, month] = [Number(numbers[1]), Number(numbers[2])];
  if (numbers[2] === undefined) return yearsOf(year);
  return month >= 1 && month <= 12 ? monthOf(year, month) : undefined;
}

const PUBLISHERS_NAMED = 10;

async function publisherOf(
  typed: string | null,
  { archive, messages }: CommandContext,
): Promise<string | undefined> {
  if (typed === null) return undefined;
  const publishers = (await archive.status()).publishers.map(({ name }) => name);
  const same = publishers.find((name) => fold(name) === fold(typed.trim()));
  const fitting = same === undefined ? bestMatches(typed, publishers, (name) => name) : [same];
  if (fitting.length === 1) return fitting[0];
  // Of several that fit equally well none is meant more than the others.
  const named = (fitting.length > 1 ? fitting : publishers).slice(0, PUBLISHERS_NAMED);
  const some = named.map((name) => shortened(oneLine(name), 60));
  throw new InputError(messages.errors.unknownPublisher(oneLine(typed), some.join(', ') || '–'));
}

/** Discord shows 25 choices at most, of 100 characters. */
const CHOICES = 25;
const CHOICE = 100;
/** Some ids are too long to choose. */
const ARTICLES_LOOKED_AT = 4 * CHOICES;

/** Suggests names for what was typed so far, first those that the kind of question asks about. */
export async function nameChoices(
  typed: string,
  { archive, messages }: CommandContext,
  kind?: QuestionKind,
): Promise<Choice[]> {
  const names = await archive.suggest(typed, CHOICES, kind);
  return names.flatMap(({ name, sentences }) => {
    const value = oneLine(name);
    if (value.length > CHOICE) return [];
    const count = ` — ${messages.notFound.sentences(sentences)}`;
    // Two for the marks of a name from right to left.
    return [{ name: `${isolated(shortened(value, CHOICE - count.length - 2))}${count}`, value }];
  });
}

/** Suggests publishers whose name contains what was typed so far. */
export async function publisherChoices(typed: string, { archive }: CommandContext): Promise<Choice[]> {
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
export async function articleTyped(
  { options }: ChatInputCommandInteraction,
  { archive, messages }: CommandContext,
): Promise<ArticleDetails> {
  const typed = options.getString('article', true).trim();
  const details = await archive.article(typed);
  if (!details) throw new InputError(messages.articles.unknown(oneLine(typed)));
  return details;
}

/** The same, or else the article whose title fits best what was typed: of several the newest. */
export async function articleMeant(
  { options }: ChatInputCommandInteraction,
  { archive, messages }: CommandContext,
): Promise<ArticleDetails> {
  const typed = options.getString('article', true).trim();
  const details = (await archive.article(typed)) ?? (await articleLike(typed, archive));
  if (!details) throw new InputError(messages.articles.unknown(oneLine(typed)));
  return details;
}

/** Looked at for the best match: the newest with what was typed, with one of its longest words, and of all. */
const CANDIDATES = 100;
const WORDS_LOOKED_FOR = 3;

async function articleLike(typed: string, archive: Archive): Promise<ArticleDetails | undefined> {
  const words = typed.split(/\s+/u).sort((a, b) => b.length - a.length);
  for (const part of [typed, ...words.slice(0, WORDS_LOOKED_FOR), '']) {
    const articles = (await archive.articlesLike(part, CANDIDATES)).map(({ article }) => article);
    const [best] = bestMatches(typed, articles, ({ title }) => title);
    // Of an id's part the title may have nothing.
    const found = best ?? (part === typed ? articles[0] : undefined);
    if (found) return archive.article(found.id);
  }
  return undefined;
}

/** Suggests articles whose title or id contains what was typed so far. */
export async function articleChoices(
  typed: string,
  { archive, messages }: CommandContext,
): Promise<Choice[]> {
  const articles = await archive.articlesLike(typed.trim(), ARTICLES_LOOKED_AT);
  const choosable = articles.filter(({ article }) => article.id.length <= CHOICE);
  return choosable.slice(0, CHOICES).map(({ article }) => {
    const day = article.published?.slice(0, 10) ?? messages.answer.undated;
    return { name: shortened(`${isolated(oneLine(article.title))} — ${day}`, CHOICE), value: article.id };
  });
}

/** Suggests values for the option that somebody is typing in. */
export async function choicesFor(
  interaction: AutocompleteInteraction,
  context: CommandContext,
): Promise<Choice[]> {
  const { name, value } = interaction.options.getFocused(true);
  if (name === 'publisher') return publisherChoices(value, context);
  return nameChoices(
    value,
    context,
    QUESTION_KINDS.find((kind) => kind === interaction.commandName),
  );
}

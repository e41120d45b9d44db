import type { Problem } from '../../model/article.ts';
import type { ArchiveStatus } from '../../model/status.ts';
import { namesOfLanguages } from '../../text/languages/language-names.ts';
import type { Messages } from '../messages/messages.ts';
import { dayTag, escapeMarkdown, isolated, oneLine } from './markdown.ts';
import { type Reply, reply, text } from './reply.ts';
import { shortened } from './sizes.ts';

const PUBLISHERS_SHOWN = 10;
const LANGUAGES_SHOWN = 20;
const PROBLEMS_SHOWN = 12;

/** Renders counts, dates, publishers, languages and age; problems one by one for editors (`admin`), their number for others. */
export function renderStatus(
  status: ArchiveStatus,
  { messages, admin, ephemeral }: { messages: Messages; admin: boolean; ephemeral: boolean },
): Reply {
  const { status: words } = messages;
  const { from, to } = status;
  const dates = from === undefined || to === undefined ? [] : [`${dayTag(from)} – ${dayTag(to)}`];
  if (status.undated > 0) dates.push(words.undated(status.undated));
  const publishers = status.publishers
    .slice(0, PUBLISHERS_SHOWN)
    .map(({ name, articles }) => `${isolated(shortened(oneLine(name), 40))} (${articles})`);
  const more = status.publishers.length - publishers.length;
  const named = namesOfLanguages(messages.locale);
  const languages = status.languages
    .slice(0, LANGUAGES_SHOWN)
    .map(({ name, articles }) => `${named(name)} (${articles})`);
  const lines = [
    [words.articles, articlesOf(status, words)],
    [words.sentences, String(status.sentences)],
    [words.names, String(status.names)],
    [words.dates, dates.join(' · ')],
    [words.publishers, listOf([...publishers, ...(more > 0 ? [words.more(more)] : [])])],
    [words.languages, listOf(languages)],
    [words.read, `<t:${Math.floor(status.readAt / 1_000)}:R>`],
  ].map(([name, value]) => `**${name}** ${value || '–'}`);
  const problems = [`**${words.problems}**`, problemsOf(status.problems, words, admin)].join('\n');
  return reply([text(`### ${words.title}`), text(...lines), text(problems)], ephemeral);
}

function listOf(names: readonly string[]): string {
  return names.map(escapeMarkdown).join(', ');
}

function articlesOf({ articles, repeated }: ArchiveStatus, words: Messages['status']): string {
  return repeated > 0 ? `${articles} (${words.repeated(repeated)})` : String(articles);
}

function problemsOf(problems: readonly Problem[], words: Messages['status'], admin: boolean): string {
  if (problems.length === 0) return words.noProblems;
  if (!admin) return words.problemsForAdmins(problems.length);
  const lines: string[] = [];
  for (const { path, line, reason } of problems.slice(0, PROBLEMS_SHOWN)) {
    const shown = escapeMarkdown(
      shortened(oneLine(`${path}${line === undefined ? '' : `:${line}`}: ${reason}`), 300),
    );
    // A quarter of a message; room for the last line.
    if ([...lines, shown].join('\n').length > 950) break;
    lines.push(shown);
  }
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [words.more(more)] : [])].join('\n');
}

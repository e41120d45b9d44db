import { ButtonStyle } from 'discord-api-types/v10';
import type { Seen, Upload } from '../../editing/examine-file.ts';
import { markOf } from '../../index/documents/metadata.ts';
import type { Problem } from '../../model/article.ts';
import type { ArticleDetails } from '../../model/status.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { customId } from '../buttons/custom-id.ts';
import type { Messages } from '../messages/messages.ts';
import { factsOf, titleOf } from './article.ts';
import { escapeMarkdown, oneLine, quotation, subtext } from './markdown.ts';
import { button, type Reply, reply, rows, text } from './reply.ts';
import { fits, shortened } from './sizes.ts';

interface DecisionView {
  /** Who may decide. */
  readonly userId: string;
  readonly messages: Messages;
}

/** Renders what was read of a file, and asks whether to add it; `known` of its articles the archive has already. */
export function renderUpload(
  { first, articles, sentences, problems, extension }: Upload,
  { key, known, userId, messages }: DecisionView & { readonly key: string; readonly known: number },
): Reply {
  const { editing: words, buttons } = messages;
  const above = [
    ...(articles > 1 ? [words.holdsSeveral(articles)] : []),
    ...(known > 0 ? [words.alreadyThere(known)] : []),
  ];
  const lines = [
    ...above.map(escapeMarkdown),
    ...linesOf(first.article, [...factsOf(first.article, sentences, messages), extension], messages),
  ];
  const shown = shownOf(lines, problemsOf(problems, messages), first.opening, messages);
  return question(words.addTitle, shown, messages, {
    label: buttons.add,
    style: ButtonStyle.Success,
    idOf: (decision) => customId('add', decision, key, userId)!,
  });
}

/** Renders an article, and asks whether to remove it. */
export function renderRemoval(
  { article, opening, sentences }: ArticleDetails,
  { userId, messages }: DecisionView,
): Reply {
  const { editing: words, buttons } = messages;
  const facts = [...factsOf(article, sentences, messages), shortened(oneLine(article.path), 200)];
  const shown = shownOf(linesOf(article, facts, messages), [], opening, messages);
  const [key, mark] = [markOf(article.id), fingerprint(article.text, 10)];
  return question(words.removeTitle, shown, messages, {
    label: buttons.remove,
    style: ButtonStyle.Danger,
    idOf: (decision) => customId('remove', decision, key, mark, userId)!,
  });
}

interface Yes {
  readonly label: string;
  readonly style: ButtonStyle;
  readonly idOf: (decision: 'yes' | 'no') => string;
}

function question(title: string, shown: string, { buttons }: Messages, { label, style, idOf }: Yes): Reply {
  const decisions = [button(label, idOf('yes'), style), button(buttons.cancel, idOf('no'))];
  return reply([text(`### ${escapeMarkdown(title)}`), text(shown), ...rows(decisions)], true);
}

function linesOf(article: Seen['article'], facts: readonly string[], messages: Messages): string[] {
  const title = escapeMarkdown(titleOf(article, messages, 500));
  return [`**${title}**`, escapeMarkdown(facts.join(' · '))];
}

/** With the first sentence whole, or where it is too long for a message, without; and so with the problems. */
function shownOf(
  lines: readonly string[],
  problems: readonly string[],
  opening: string,
  { articles }: Messages,
): string {
  const quoted = opening === '' ? [] : [`${escapeMarkdown(articles.opening)}:`, quotation(opening, [])];
  const forms = [[...lines, ...problems, ...quoted], [...lines, ...problems], lines].map((form) =>
    form.join('\n'),
  );
  return forms.find((form) => fits([form], MAX_TITLE)) ?? forms.at(-1)!;
}

/** What a question above takes at most, in UTF-16 units. */
const MAX_TITLE = 200;

const PROBLEMS_SHOWN = 5;

function problemsOf(problems: readonly Problem[], { status }: Messages): string[] {
  if (problems.length === 0) return [];
  const shown = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ line, reason }) =>
      subtext(line === undefined ? '' : `${line}: `, shortened(oneLine(reason), 200)),
    );
  const more = problems.length - shown.length;
  return [
    `${escapeMarkdown(status.problems)}:`,
    ...shown,
    ...(more > 0 ? [subtext('', status.more(more))] : []),
  ];
}

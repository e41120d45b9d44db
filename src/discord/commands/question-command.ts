import type { ChatInputCommandInteraction } from 'discord.js';
import type { QuestionKind } from '../../model/query.ts';
import type { PageRequest } from '../buttons/page-request.ts';
import { CITATIONS_PER_PAGE, renderAnswer } from '../render/answer.ts';
import { headingOf } from '../render/heading.ts';
import { renderGreeting, renderHelp } from '../render/help.ts';
import { isolated, oneLine } from '../render/markdown.ts';
import type { Reply } from '../render/reply.ts';
import type { Command, CommandContext } from './command.ts';
import { SHARED_OPTIONS, slashCommand, textOption } from './definition.ts';
import { examplesOf } from './examples.ts';
import { inTime } from './in-time.ts';
import { choicesFor, filterOf, isPrivate } from './options.ts';

/** `/who`, `/where` …: one option to type a name or a question into, and the shared ones. */
export function questionCommand(kind: QuestionKind, option: 'name' | 'about' | 'question'): Command {
  return {
    data: slashCommand(kind, [textOption(option, { required: true, autocomplete: true }), ...SHARED_OPTIONS]),
    async execute(interaction, context) {
      const slash = interaction as ChatInputCommandInteraction;
      const text = oneLine(slash.options.getString(option, true));
      const request: PageRequest = { kind, text, filter: await filterOf(slash, context) };
      return askArchive(request, context, { ephemeral: isPrivate(slash), userId: interaction.user.id });
    },
    autocomplete: choicesFor,
  };
}

/** Asks the archive, and renders the page that begins with the citation at `offset`, counted from 0. */
export async function askArchive(
  request: PageRequest,
  context: CommandContext,
  { ephemeral, userId, offset = 0 }: { ephemeral: boolean; userId: string; offset?: number },
): Promise<Reply> {
  const { archive, messages } = context;
  const { kind, text, filter, order = 'best' } = request;
  const show = { limit: offset + CITATIONS_PER_PAGE, filter, order, locale: messages.locale };
  const answer = await (kind === 'quote' ? archive.quote(text, show) : archive.ask(kind, text, show));
  if (answer.reason === 'help') return help(context);
  if (answer.reason === 'greeting')
    return renderGreeting(messages, await inTime(WAIT_MS, examplesOf(archive), []));
  context.answered?.(answer.status);
  const heading = kind === 'quote' ? messages.quoteHeading(isolated(text)) : headingOf(answer, messages);
  return renderAnswer(answer, { request, messages, ephemeral, userId, offset, paged: true, heading });
}

/** Help and greetings are there at once, whatever else the archive and Discord have to do: how long they wait for more, in ms. */
const WAIT_MS = 700;

/** What `/help` says: without examples or links where these can't be had in time. */
export async function help({ archive, messages, commandIds }: CommandContext): Promise<Reply> {
  const none: ReadonlyMap<string, string> = new Map();
  const [examples, ids] = await Promise.all([
    inTime(WAIT_MS, examplesOf(archive), []),
    commandIds ? inTime(WAIT_MS, commandIds(), none) : none,
  ]);
  return renderHelp(messages, { examples, ids });
}

import type { Archive } from '../../src/archive/archive.ts';
import type { PageRequest } from '../../src/discord/buttons/page-request.ts';
import type { CommandContext } from '../../src/discord/commands/command.ts';
import { rejectionText } from '../../src/discord/commands/editor.ts';
import { listArticles } from '../../src/discord/commands/list-articles.ts';
import { askArchive, help as helpReply } from '../../src/discord/commands/question-command.ts';
import { renderArticle } from '../../src/discord/render/article.ts';
import { renderArticles } from '../../src/discord/render/articles.ts';
import { renderContext } from '../../src/discord/render/context.ts';
import { renderUpload } from '../../src/discord/render/editing.ts';
import { notice } from '../../src/discord/render/reply.ts';
import { renderStatus } from '../../src/discord/render/status.ts';
import { examineFile } from '../../src/editing/examine-file.ts';
import type { QuestionKind } from '../../src/model/query.ts';
import type { Exchange } from './message.ts';

/** `/who`, `/where` … and `/quote`. */
export async function question(
  kind: PageRequest['kind'],
  text: string,
  context: CommandContext,
): Promise<Exchange> {
  const request: PageRequest = { kind, text, filter: {} };
  const reply = await askArchive(request, context, { ephemeral: false, userId: '0' });
  return { command: context.messages.commands[kind].name, reply };
}

/** `/help`. */
export async function help(context: CommandContext): Promise<Exchange> {
  return { command: context.messages.commands.help.name, reply: await helpReply(context) };
}

/** `/archive status`. */
export async function status({ archive, messages }: CommandContext): Promise<Exchange> {
  const { commands } = messages;
  const reply = renderStatus(await archive.status(), { messages, admin: false, ephemeral: false });
  return { command: `${commands.archive.name} ${commands['archive status'].name}`, reply };
}

/** `/articles`, its first page. */
export async function articles(
  about: string | undefined,
  { archive, messages }: CommandContext,
): Promise<Exchange> {
  const list = await listArticles(archive, { about, filter: {}, page: 0 });
  const reply = renderArticles(list, { messages, ephemeral: false });
  return { command: messages.commands.articles.name, reply };
}

/** `/article`, the first page of its text. `undefined` where there is no such article. */
export async function article(
  id: string,
  { archive, messages }: CommandContext,
): Promise<Exchange | undefined> {
  const details = await archive.article(id);
  const page = details && (await archive.read(details.article.id, { page: 0 }));
  if (!page) return undefined;
  const reply = renderArticle(details, page, { messages, ephemeral: false });
  return { command: messages.commands.article.name, reply };
}

/** What "Show around …" shows of the first citation of a question; `undefined` where there is none. */
export async function context(
  kind: QuestionKind,
  text: string,
  { archive, messages }: CommandContext,
): Promise<Exchange | undefined> {
  const answer = await archive.ask(kind, text);
  const [citation] = answer.citations;
  const around = citation && (await archive.context(citation.articleId, citation));
  if (!around) return undefined;
  const effort = { tookMs: answer.took_ms, articles: answer.articles };
  return { command: messages.commands[kind].name, reply: renderContext(around, messages, effort) };
}

/** `/archive add`: what an editor is shown of a file. */
export async function adding(location: string, { archive, messages }: CommandContext): Promise<Exchange> {
  const examined = await examineFile(location);
  const command = `${messages.commands.archive.name} ${messages.commands['archive add'].name}`;
  if ('rejected' in examined) return { command, reply: notice(rejectionText(examined.rejected, messages)) };
  const { length: known } = await archive.articlesWith(examined.upload.texts);
  const reply = renderUpload(examined.upload, { key: '', userId: '0', known, messages });
  return { command, reply };
}

/** Shows what Ibid does, on names that the archive holds. */
export async function tour(context: CommandContext): Promise<Exchange[]> {
  const place = await nameFor('where', context);
  const person = await nameFor('who', context, place);
  const vague = await unsureQuestion(context);
  return [
    ...(place === undefined ? [] : [await question('where', place, context)]),
    ...(person === undefined ? [] : [await question('who', person, context)]),
    ...(vague === undefined ? [] : [await question('ask', vague, context)]),
    await question('who', await strangerTo(context), context),
    await help(context),
    await status(context),
  ];
}

const NAMES_TRIED = 25;
/** The signal of an answer that says what was asked for. */
const TELLING = { where: 'placed', who: 'definition' } as const;

/** Of the most mentioned names the one whose answer tells most; for people, names of several words go first. */
async function nameFor(
  kind: 'where' | 'who',
  { archive }: CommandContext,
  taken?: string,
): Promise<string | undefined> {
  const names = await archive.suggest('', NAMES_TRIED);
  let best: { readonly name: string; readonly worth: number } | undefined;
  for (const { name } of names) {
    if (name === taken || names.some((other) => isDerived(name, other.name))) continue;
    const worth = await worthOf(kind, name, archive);
    // Of equals the most mentioned, which comes first.
    if (worth >= 0 && (!best || worth > best.worth)) best = { name, worth };
  }
  return best?.name;
}

/** "Syrian" beside "Syria": an adjective, of which nobody asks where it is. */
function isDerived(name: string, root: string): boolean {
  return name !== root && name.startsWith(root) && name.length - root.length <= 3;
}

/** How much an answer tells; negative: nothing. */
async function worthOf(kind: 'where' | 'who', name: string, archive: Archive): Promise<number> {
  const { status: found, citations } = await archive.ask(kind satisfies QuestionKind, name, {
    explain: true,
  });
  if (found !== 'found') return -1;
  const telling = citations[0]?.signals?.[TELLING[kind]] ?? 0;
  return 2 * telling + (kind === 'who' && /\s/.test(name) ? 1 : 0);
}

/** Asked of names that the archive holds, though hardly any archive says it. */
const VAGUE = [
  (name: string) => `What is the favourite colour of ${name}?`,
  (name: string) => `How much does a ticket from ${name} cost in winter?`,
  (name: string) => `Which composer wrote the anthem about ${name} and its orchestra?`,
];

/** A question that the archive may not answer: `undefined` where it is sure about all that are tried, or silent. */
async function unsureQuestion({ archive }: CommandContext): Promise<string | undefined> {
  const names = await archive.suggest('', NAMES_TRIED);
  for (const ask of VAGUE) {
    for (const { name } of names) {
      const text = ask(name);
      if ((await archive.ask('ask', text)).status === 'unsure') return text;
    }
  }
  return undefined;
}

const STRANGERS = ['Emmanuel Macron', 'Marie Curie', 'Cleopatra', 'Winnie-the-Pooh', 'Zxqvw'];

/** Someone of whom the archive says nothing. */
async function strangerTo({ archive }: CommandContext): Promise<string> {
  for (const name of STRANGERS) {
    if ((await archive.ask('who', name)).status === 'not-found') return name;
  }
  return STRANGERS.at(-1)!;
}

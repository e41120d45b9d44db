import type { Asked } from '../../src/discord/buttons/page-request.ts';
import type { Scene } from '../../src/discord/commands/command.ts';
import { refusalOf } from '../../src/discord/commands/editor.ts';
import { askArchive } from '../../src/discord/commands/question-command.ts';
import { renderArticles } from '../../src/discord/render/articles.ts';
import { renderUpload } from '../../src/discord/render/editing.ts';
import { renderHelp } from '../../src/discord/render/help.ts';
import { notice } from '../../src/discord/render/reply.ts';
import { renderStatus } from '../../src/discord/render/status.ts';
import { examineFile } from '../../src/editing/examine-file.ts';
import type { QuestionKind } from '../../src/model/query.ts';
import type { Exchange } from './message.ts';

export async function question(kind: Asked['kind'], text: string, scene: Scene): Promise<Exchange> {
  const asked: Asked = { kind, text, filter: {} };
  const reply = await askArchive(asked, scene, { ephemeral: false, userId: '0' });
  return { command: scene.messages.commands[kind].name, reply };
}

export function help({ messages }: Scene): Exchange {
  return { command: messages.commands.help.name, reply: renderHelp(messages) };
}

export function status({ archive, messages }: Scene): Exchange {
  const { commands } = messages;
  const reply = renderStatus(archive.status(), { messages, admin: false, ephemeral: false });
  return { command: `${commands.archive.name} ${commands.status.name}`, reply };
}

export function articles(about: string | undefined, { archive, messages }: Scene): Exchange {
  const reply = renderArticles(archive, 0, { about, messages, ephemeral: false });
  return { command: messages.commands.articles.name, reply };
}

/** What an editor is shown of a file. */
export async function adding(location: string, { archive, messages }: Scene): Promise<Exchange> {
  const examined = await examineFile(location);
  const known = 'upload' in examined ? archive.articlesWith(examined.upload.texts).length : 0;
  const reply =
    'upload' in examined
      ? renderUpload(examined.upload, { key: '', userId: '0', known, messages })
      : notice(refusalOf(examined.refused, messages));
  return { command: `${messages.commands.archive.name} ${messages.commands.add.name}`, reply };
}

/** What Ibid does, shown on the names that an archive happens to hold. */
export async function tour(scene: Scene): Promise<Exchange[]> {
  const place = nameFor('where', scene);
  const person = nameFor('who', scene, place);
  return [
    ...(place === undefined ? [] : [await question('where', place, scene)]),
    ...(person === undefined ? [] : [await question('who', person, scene)]),
    await question('who', strangerTo(scene), scene),
    help(scene),
    status(scene),
  ];
}

const NAMES_TRIED = 25;
/** The signal of an answer that says what was asked for. */
const TELLING = { where: 'placed', who: 'definition' } as const;

/** Of the most mentioned names the one whose answer tells most; for people, names of several words go first. */
function nameFor(kind: 'where' | 'who', { archive }: Scene, taken?: string): string | undefined {
  const names = archive.suggest('', NAMES_TRIED);
  const told = names
    .filter(({ name }) => name !== taken && !names.some((other) => isDerived(name, other.name)))
    .map(({ name }) => ({ name, worth: worthOf(kind, name, archive) }))
    .filter(({ worth }) => worth >= 0);
  // A stable sort: among equals the most mentioned stays first.
  return told.sort((a, b) => b.worth - a.worth)[0]?.name;
}

/** "Syrian" beside "Syria": an adjective, of which nobody asks where it is. */
function isDerived(name: string, root: string): boolean {
  return name !== root && name.startsWith(root) && name.length - root.length <= 3;
}

function worthOf(kind: 'where' | 'who', name: string, archive: Scene['archive']): number {
  const { status: found, citations } = archive.ask(kind satisfies QuestionKind, name, { explain: true });
  if (found !== 'found') return -1;
  const telling = citations[0]?.signals?.[TELLING[kind]] ?? 0;
  return 2 * telling + (kind === 'who' && /\s/.test(name) ? 1 : 0);
}

const STRANGERS = ['Emmanuel Macron', 'Marie Curie', 'Cleopatra', 'Winnie-the-Pooh', 'Zxqvw'];

/** Someone of whom the archive says nothing. */
function strangerTo({ archive }: Scene): string {
  const unknown = STRANGERS.find((name) => archive.ask('who', name).status === 'not-found');
  return unknown ?? STRANGERS.at(-1)!;
}

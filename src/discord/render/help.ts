import type { QuestionKind } from '../../model/query.ts';
import { customId } from '../buttons/custom-id.ts';
import type { Messages, Named } from '../messages/messages.ts';
import { escapeMarkdown, isolated, oneLine } from './markdown.ts';
import { button, type Part, type Reply, reply, rows, text } from './reply.ts';
import { MAX_LABEL, shortened } from './sizes.ts';

/** A question that this archive answers. */
export interface Example {
  readonly kind: QuestionKind;
  readonly name: string;
}

/** What help is made of beside its texts. */
export interface HelpView {
  /** Ids of commands by their English names; those without one can't be clicked. */
  readonly ids: ReadonlyMap<string, string>;
  readonly examples: readonly Example[];
}

/** Lists all commands with their descriptions, in the order of the catalogue, and examples to press. */
export function renderHelp(messages: Messages, { ids, examples }: HelpView): Reply {
  const { commands, help } = messages;
  const named = Object.entries(commands).filter(
    (entry): entry is [string, Named] => typeof entry[1] === 'object',
  );
  const nameOf = new Map(named.map(([key, { name }]) => [key, name]));
  const lines = named
    // Of a command with subcommands, these alone can be typed.
    .filter(([key]) => !named.some(([other]) => other.startsWith(`${key} `)))
    .map(([key, { name, description }]) => {
      const [command = ''] = key.split(' ');
      const typed = command === key ? name : `${nameOf.get(command)} ${name}`;
      const id = ids.get(command);
      // Discord shows a command's name in the reader's language; it is called by the English one.
      return `${id === undefined ? `\`/${typed}\`` : `</${key}:${id}>`} — ${escapeMarkdown(description)}`;
    });
  return reply(
    [
      text(`### ${help.title}`, help.intro),
      text(...lines),
      ...exampleParts(examples, messages),
      text(`-# ${help.outro}`),
    ],
    true,
  );
}

/** Says hello, and what can be asked. */
export function renderGreeting(messages: Messages, examples: readonly Example[]): Reply {
  const { title, text: words } = messages.greeting;
  return reply([text(`### ${title}`, words), ...exampleParts(examples, messages)], true);
}

function exampleParts(examples: readonly Example[], { commands, help }: Messages): Part[] {
  const buttons = examples.flatMap(({ kind, name }) => {
    const id = customId('name', kind, name);
    const label = `/${commands[kind].name} ${isolated(oneLine(name))}`;
    return id === undefined ? [] : [button(shortened(label, MAX_LABEL), id)];
  });
  return buttons.length === 0 ? [] : [text(help.examples), ...rows(buttons)];
}

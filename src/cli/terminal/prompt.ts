import { createInterface } from 'node:readline';
import { QUESTION_KINDS, type QuestionKind } from '../../model/query.ts';
import { UsageError } from '../../usage-error.ts';
import { HELP, VERBS } from './help.ts';

export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  /** Where the prompt and what is typed are shown; absent when nobody sits at a terminal. */
  readonly screen?: NodeJS.WritableStream | undefined;
}

export interface PromptActions {
  /** May throw: the message is shown and the next line is read. */
  ask(kind: QuestionKind, text: string): Promise<unknown>;
  /** A line that is no answer: help, a complaint. */
  tell(line: string): void;
  /** Asked of what `ask` threw. */
  failed(error: unknown): void;
}

/** Reads one question a line until `/quit` or the end of the input. */
export async function prompt({ input, screen }: PromptStreams, actions: PromptActions): Promise<void> {
  const lines = createInterface({
    input,
    ...(screen && { output: screen, terminal: true, prompt: 'ibid> ' }),
    completer,
    historySize: 500,
    removeHistoryDuplicates: true,
  });
  if (screen) lines.prompt();
  for await (const line of lines) {
    if (line.trim() === '/quit') return lines.close();
    await answerLine(line, actions);
    if (screen) lines.prompt();
  }
  screen?.write('\n'); // after Ctrl-D the cursor still stands behind the prompt
}

export type Typed =
  | { readonly kind: QuestionKind; readonly text: string }
  | { readonly problem: string }
  | 'help'
  | 'nothing';

/** `/where Ma'asaran` as in Discord; a line without a slash is a question in its own words. */
export function typedOf(line: string): Typed {
  const text = line.trim();
  if (text === '') return 'nothing';
  if (text === '/help') return 'help';
  if (!text.startsWith('/')) return { kind: 'ask', text };
  const [, name = '', words = ''] = /^\/(\S*)\s*(.*)$/s.exec(text) ?? [];
  const kind = kindOf(name.toLowerCase());
  if (!kind) return { problem: `/${name} is not a question: ${VERBS.join(' ')}` };
  return words === '' ? { problem: missingWords(kind) } : { kind, text: words };
}

/** `where` and `/where` name a kind of question. "Where" doesn't: it begins a question in its own words. */
export function kindOf(word: string): QuestionKind | undefined {
  const name = word.replace(/^\//, '');
  return QUESTION_KINDS.find((kind) => kind === name);
}

export function missingWords(kind: QuestionKind): string {
  return `${kind} needs words to look for, for example: ${kind} Idlib`;
}

export function completer(line: string): [string[], string] {
  const matching = [...VERBS, '/help', '/quit'].filter((word) => word.startsWith(line));
  return [matching.map((word) => `${word} `), line];
}

async function answerLine(line: string, { ask, tell, failed }: PromptActions): Promise<void> {
  const typed = typedOf(line);
  if (typed === 'nothing') return;
  try {
    if (typed === 'help') tell(`${HELP}\nTab completes the verbs. /quit or Ctrl-D ends.`);
    else if ('problem' in typed) throw new UsageError(typed.problem);
    else await ask(typed.kind, typed.text);
  } catch (error) {
    failed(error); // one bad question must not end the session
  }
}

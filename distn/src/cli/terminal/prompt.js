import { createInterface } from 'node:readline';
import { QUESTION_KINDS } from '../../model/query.js';
import { UsageError } from '../../usage-error.js';
import { HELP, VERBS } from './help.js';
/** Reads one question a line until `/quit` or the end of the input. */
export async function prompt({ input, screen }, actions) {
    const lines = createInterface({
        input,
        ...(screen && { output: screen, terminal: true, prompt: 'ibid> ' }),
        completer,
        historySize: 500,
        removeHistoryDuplicates: true,
    });
    if (screen)
        lines.prompt();
    for await (const line of lines) {
        if (line.trim() === '/quit')
            return lines.close();
        await answerLine(line, actions);
        if (screen)
            lines.prompt();
    }
    screen?.write('\n'); // after Ctrl-D the cursor still stands behind the prompt
}
/** `/where Ma'asaran` as in Discord; a line without a slash is a question in its own words. */
export function typedOf(line) {
    const text = line.trim();
    if (text === '')
        return 'nothing';
    if (text === '/help')
        return 'help';
    if (!text.startsWith('/'))
        return { kind: 'ask', text };
    const [, name = '', words = ''] = /^\/(\S*)\s*(.*)$/s.exec(text) ?? [];
    const kind = kindOf(name.toLowerCase());
    if (!kind)
        return { problem: `/${name} is not a question: ${VERBS.join(' ')}` };
    return words === '' ? { problem: missingWords(kind) } : { kind, text: words };
}
/** `where` and `/where` name a kind of question. "Where" doesn't: it begins a question in its own words. */
export function kindOf(word) {
    const name = word.replace(/^\//, '');
    return QUESTION_KINDS.find((kind) => kind === name);
}
export function missingWords(kind) {
    return `${kind} needs words to look for, for example: ${kind} Idlib`;
}
export function completer(line) {
    const matching = [...VERBS, '/help', '/quit'].filter((word) => word.startsWith(line));
    return [matching.map((word) => `${word} `), line];
}
async function answerLine(line, { ask, tell, failed }) {
    const typed = typedOf(line);
    if (typed === 'nothing')
        return;
    try {
        if (typed === 'help')
            tell(`${HELP}\nTab completes the verbs. /quit or Ctrl-D ends.`);
        else if ('problem' in typed)
            throw new UsageError(typed.problem);
        else
            await ask(typed.kind, typed.text);
    }
    catch (error) {
        failed(error); // one bad question must not end the session
    }
}

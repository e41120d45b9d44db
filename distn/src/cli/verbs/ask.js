import { Command } from 'commander';
import { openArchive } from '../../archive/open-archive.js';
import { environment, readConfig, wantsColour } from '../../config.js';
import { UsageError } from '../../usage-error.js';
import { renderAnswer } from '../terminal/answer.js';
import { answerJson } from '../terminal/answer-json.js';
import { counted } from '../terminal/counted.js';
import { oneLine } from '../terminal/error.js';
import { kindOf, missingWords, prompt } from '../terminal/prompt.js';
import { CORPUS, positive, verb } from '../verb.js';
export default verb(new Command('ask')
    .description('ask the archive; no words: a prompt')
    .argument('[words...]', 'a verb (who what where when why how-many ask) and words, or a question')
    .option('--json', 'one JSON object an answer')
    .option('--explain', "show each sentence's signals")
    .option('--limit <n>', 'sentences shown at most', positive)
    .option(...CORPUS), run);
/** `ibid ask where X`, `ibid ask "Where is X?"`, and the prompt when there are no words at all. */
export async function run(words, flags, output) {
    const question = words.length > 0 ? questionOf(words) : undefined;
    const archive = await openArchive({ ...readConfig(flags), tell: output.warn });
    const status = await archive.status();
    if (!flags.json)
        warnOfProblems(status, output);
    const ask = asker(archive, flags, output);
    if (question)
        return (await ask(question.kind, question.text)) ? 0 : 1;
    await converse(status.articles, flags.json ? ask : spaced(ask, output), output);
    return 0;
}
/** The first word is the kind of question, or else all words are one question. */
export function questionOf(words) {
    const kind = kindOf(words[0] ?? '');
    const text = words
        .slice(kind ? 1 : 0)
        .join(' ')
        .trim();
    if (text === '')
        throw new UsageError(missingWords(kind ?? 'ask'));
    return { kind: kind ?? 'ask', text };
}
/** Answers on the output; says whether something was found. */
function asker(archive, flags, output) {
    const options = {
        explain: flags.explain ?? false,
        ...(flags.limit !== undefined && { limit: flags.limit }),
    };
    const colour = wantsColour(environment(), process.stdout.isTTY === true);
    return async (kind, text) => {
        const answer = await archive.ask(kind, text, options);
        output.write(flags.json ? answerJson(answer) : renderAnswer(answer, { colour }));
        return answer.status === 'found';
    };
}
/** A blank line after each answer. */
function spaced(ask, output) {
    return async (kind, text) => {
        const found = await ask(kind, text);
        output.write('');
        return found;
    };
}
async function converse(articles, ask, output) {
    // With `ibid ask --json > file` the prompt belongs on the terminal, not in the file.
    const screen = process.stdin.isTTY
        ? [process.stdout, process.stderr].find(({ isTTY }) => isTTY)
        : undefined;
    if (screen)
        output.warn(`${counted(articles, 'article')}. /help helps, /quit ends.`);
    await prompt({ input: process.stdin, screen }, { ask, tell: output.warn, failed: (error) => output.warn(oneLine(error)) });
}
function warnOfProblems({ problems }, output) {
    const files = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path)).size;
    if (files > 0)
        output.warn(`${counted(files, 'file')} could not be used: see \`ibid status\``);
}

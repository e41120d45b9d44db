import { z } from 'zod';
import { QUESTION_KINDS } from '../../src/model/query.js';
import { UsageError } from '../../src/usage-error.js';
import { readSquad } from './squad.js';
/**
 * Reads a file of questions: JSONL, or SQuAD's own JSON. `own` says that the questions are asked of the SQuAD
 * file's own passages. Throws a `UsageError` that names the file and the line.
 */
export function readQuestions(content, path, own) {
    const text = content.replace(/^\ufeff/, '');
    const squad = squadOf(text, path);
    const set = squad ? readSquad(squad, path, own) : { questions: readLines(text, path) };
    if (set.questions.length === 0)
        throw new UsageError(`${path}: holds no questions`);
    return set;
}
/** The whole file as one SQuAD object; `undefined` when it is lines. */
function squadOf(text, path) {
    const whole = parsed(text);
    if ('value' in whole && typeof whole.value === 'object' && whole.value !== null && 'data' in whole.value) {
        return whole.value;
    }
    // A broken or foreign .json is better told as such than as a broken first line.
    if (!/\.json$/i.test(path))
        return undefined;
    throw new UsageError(`${path}: ${'problem' in whole ? `is not JSON (${whole.problem})` : 'is not SQuAD: it has no "data"'}`);
}
function readLines(text, path) {
    return text.split(/\r?\n/).flatMap((line, index) => {
        if (line.trim() === '')
            return [];
        const where = `${path}:${index + 1}`;
        const json = parsed(line);
        if ('problem' in json)
            throw new UsageError(`${where}: is not JSON (${json.problem})`);
        const item = questionLine.safeParse(json.value);
        if (!item.success)
            throw new UsageError(`${where}: ${issuesOf(item.error)}`);
        const { command, question, expected } = item.data;
        return [{ kind: command, text: question, expected }];
    });
}
function parsed(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch (error) {
        return { problem: error.message };
    }
}
const SHAPES = 'must be {article, start, end} with start < end, or {article, quote}';
const place = z
    .object({ article: z.string().min(1), start: z.int().min(0), end: z.int() })
    .refine(({ start, end }) => start < end, { error: SHAPES });
const quotation = z.object({ article: z.string().min(1), quote: z.string().min(1) });
const questionLine = z.object({
    command: z.enum(QUESTION_KINDS, { error: `must be one of ${QUESTION_KINDS.join(', ')}` }).default('ask'),
    question: z.string({ error: 'must be a text' }).trim().min(1, 'is empty'),
    expected: z.array(z.union([place, quotation], {
        error: SHAPES,
    }), { error: 'must be a list; [] when the archive does not hold the answer' }),
}, { error: 'must be an object {question, expected}' });
function issuesOf(error) {
    return error.issues
        .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(' '))
        .join('; ');
}

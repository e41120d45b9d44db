import { z } from 'zod';
import { UsageError } from '../../src/usage-error.js';
/**
 * The questions of a SQuAD file. `own`: asked of articles made from the file itself, so that an answer is a place;
 * otherwise of another archive that has the same titles, where an answer is a quotation.
 */
export function readSquad(file, path, own) {
    const read = squadFile.safeParse(file);
    if (!read.success) {
        const [issue] = read.error.issues;
        throw new UsageError(`${path}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const ids = uniqueOf(read.data.data.map(({ title }) => title));
    const made = read.data.data.map((entry, index) => articleOf(entry, own ? ids[index] : entry.title, path, own));
    return {
        questions: made.flatMap(({ questions }) => questions),
        ...(own && { articles: made.map(({ article }) => article) }),
    };
}
const answer = z.object({ text: z.string().min(1), answer_start: z.int().min(0) });
const questionAndAnswers = z.object({
    question: z.string(),
    answers: z.array(answer).default([]),
    is_impossible: z.boolean().default(false),
});
const paragraph = z.object({ context: z.string(), qas: z.array(questionAndAnswers) });
const squadArticle = z.object({ title: z.string().default('untitled'), paragraphs: z.array(paragraph) });
const squadFile = z.object({ data: z.array(squadArticle) });
const BETWEEN = '\n\n';
function articleOf({ title, paragraphs }, id, path, own) {
    const questions = [];
    let text = '';
    for (const { context, qas } of paragraphs) {
        if (text !== '')
            text += BETWEEN;
        const base = text.length;
        text += context;
        for (const { question, answers, is_impossible } of qas) {
            if (question.trim() === '')
                continue; // the published files hold a few
            const expected = is_impossible ? [] : answers.map((given) => expectedOf(given, context, base, id, own));
            questions.push({ kind: 'ask', text: question.trim(), expected });
        }
    }
    const article = {
        id,
        path,
        title: title.replaceAll('_', ' '),
        text,
        encoding: 'utf-8',
        origin: { title: 'field' },
    };
    return { article, questions };
}
function expectedOf(given, context, base, article, own) {
    if (!own)
        return { article, quote: given.text.trim() };
    const start = base + unitsOf(given, context);
    return { article, start, end: start + given.text.length };
}
/** SQuAD counts code points; a text beyond the basic plane needs them turned into UTF-16 units. */
function unitsOf({ text, answer_start }, context) {
    if (context.startsWith(text, answer_start))
        return answer_start;
    return [...context].slice(0, answer_start).join('').length;
}
/** A title met again gets a number: ids are unique. */
function uniqueOf(titles) {
    const met = new Set();
    return titles.map((title) => {
        let id = title;
        for (let number = 2; met.has(id); number += 1)
            id = `${title} (${number})`;
        met.add(id);
        return id;
    });
}

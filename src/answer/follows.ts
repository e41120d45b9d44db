import type { Sentence } from '../model/article.ts';
import type { Analyses } from '../ranking/analysis.ts';
import { answerSpans } from '../ranking/answer-spans.ts';
import type { Evidence, QueryContext } from '../ranking/evidence.ts';

/**
 * Whether the sentence after holds what is asked and the one that is cited lacks: a name or a word of the question, or something
 * that has the form of the answer.
 */
export function answersAfter(
  { inSentence, inAfter, answers }: Evidence,
  { question, terms }: QueryContext,
  analyses: Analyses,
): (next: Sentence) => boolean {
  return (next) =>
    inAfter.some((held, i) => held && !inSentence[i]) ||
    (answers.length === 0 && answerSpans(question.expects, analyses.of(next), terms).length > 0);
}

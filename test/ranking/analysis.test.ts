import { expect, test, vi } from 'vitest';
import { analyse, analysesOf } from '../../src/ranking/analysis.ts';
import { documentsOf } from '../articles.ts';

test('the type of a name is looked up when it is asked for, once', () => {
  const typeOf = vi.fn(() => 'person' as const);
  const { runs } = analyse('They met Bashar Assad in Homs.', typeOf);
  expect(runs).toHaveLength(2);
  expect(typeOf).not.toHaveBeenCalled();
  expect([runs[0]!.type, runs[0]!.type]).toEqual(['person', 'person']);
  expect(typeOf).toHaveBeenCalledTimes(1);
});

test('a name of no type is looked up once, too', () => {
  const typeOf = vi.fn(() => undefined);
  const [run] = analyse('They met Assad.', typeOf).runs;
  expect([run!.type, run!.type]).toEqual([undefined, undefined]);
  expect(typeOf).toHaveBeenCalledTimes(1);
});

const TEXT = `De-escalation began in al-Dana, the U.S. said. US troops left on Sept. 7; Assad’s didn’t.

“WHO IS THERE?” asked Theresa May in May.

One sentence alone, with a cease-fire in it.`;

test('the terms of a sentence, and of a paragraph that is one, are those of its words', () => {
  const [document] = documentsOf(TEXT);
  const { sentences, article, paragraphs } = document!;
  const analyses = analysesOf({ document: () => document! }, () => undefined);
  for (const sentence of sentences) {
    const { positions } = analyses.of(sentence);
    expect([...analyses.termsOfSentence(sentence)].sort()).toEqual([...positions.keys()].sort());
    const { start, end } = paragraphs[sentence.paragraph]!;
    const { positions: ofParagraph } = analyse(article.text.slice(start, end), () => undefined);
    expect([...analyses.termsOfParagraph(sentence)].sort()).toEqual([...ofParagraph.keys()].sort());
  }
});

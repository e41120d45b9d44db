import { expect, test } from 'vitest';
import { isRight, rankOfFirstRight, unknownArticles } from '../../../tools/eval/judge.ts';
import { citation } from '../../cli/terminal/sample.ts';

const of = (articleId: string) => citation('Troops entered Ma’asaran,', [], { articleId });

test('a citation is right when it contains the expected span', () => {
  expect(isRight(of('a'), { article: 'a', start: 15, end: 40 })).toBe(true);
  expect(isRight(of('a'), { article: 'a', start: 14, end: 21 })).toBe(false);
  expect(isRight(of('a'), { article: 'a', start: 22, end: 41 })).toBe(false);
});

test('of that article only', () => {
  const expected = { article: 'x', start: 15, end: 20 };
  expect(isRight(of('a.txt#x'), expected)).toBe(true);
  expect(isRight(of('a.txt#xx'), expected)).toBe(false);
  expect(isRight(of('other#x'), expected)).toBe(false);
  expect(isRight(of('y/x'), expected)).toBe(false);
});

test('expected words are looked for in the quotation', () => {
  expect(isRight(of('a'), { article: 'Advance', quote: 'Ma’asaran' })).toBe(true);
  expect(isRight(of('a'), { article: 'a', quote: 'SANA' })).toBe(false);
});

test('the first right citation counts', () => {
  const expected = [{ article: 'b', quote: 'Troops' }];
  expect(rankOfFirstRight([of('a'), of('b'), of('b')], expected)).toBe(2);
  expect(rankOfFirstRight([of('a')], expected)).toBeUndefined();
});

test('expected articles that the archive does not hold are told', () => {
  const article = { id: 'f.jsonl#a', title: 'A', path: 'f.jsonl', text: '', encoding: 'utf-8', origin: {} };
  const expected = ['a', 'A', 'f.jsonl#a', 'f.jsonl', 'b'].map((name) => ({ article: name, quote: 'x' }));
  expect(unknownArticles([article], [{ kind: 'ask', text: 'q', expected }])).toEqual(['f.jsonl', 'b']);
});

import { expect, test } from 'vitest';
import { renderAnswer } from '../../../src/cli/terminal/answer.ts';
import type { Answer } from '../../../src/model/answer.ts';
import { citation, found, notFound, TEXT, unsure } from './sample.ts';

const plain = (answer: Answer) => renderAnswer(answer, { colour: false });
const SENTENCE = 'Troops entered Ma’asaran,\nSANA said.';

test('a found answer, whole', () => {
  expect(plain(found([citation(SENTENCE, ['Ma’asaran'])], { found: 3 }))).toBe(
    `/where Massaran
Massaran: read as Ma’asaran

  Troops entered Ma’asaran, SANA said.
  [1] Advance — undated · a.txt ¶ 2

1 of 3 sentences shown · 1 article searched · 3.1 ms`,
  );
});

test('an answer that was not found, whole', () => {
  expect(plain(notFound())).toBe(
    `/who Xyz

  No answer: no article mentions “Xyz”.
  Nearest names in the archive: Idlib (4 sentences), SANA (1 sentence)

2 articles searched · 12 ms`,
  );
});

test('an unsure answer, whole', () => {
  expect(plain(unsure([citation(SENTENCE, ['Ma’asaran'])]))).toBe(
    `/where Massaran
Massaran: read as Ma’asaran

  The archive may not answer this. Nearest:

  Troops entered Ma’asaran, SANA said.
  [1] Advance — undated · a.txt ¶ 2

1 of 1 sentence shown · 1 article searched · 3.1 ms`,
  );
});

test('the sentences of an unsure answer are dimmed whole, with nothing in bold', () => {
  const shown = renderAnswer(unsure([citation(SENTENCE, ['Troops'])]), { colour: true });
  expect(shown).toContain('\u001b[2m  Troops entered Ma’asaran, SANA said.\u001b[22m');
});

test('an unsure answer says which name no article mentions, and which ones are near', () => {
  const { question, nearest, reason } = notFound();
  const shown = plain(unsure([citation(SENTENCE)], { question, nearest, reason: reason! }));
  expect(shown).toContain(
    '  The archive may not answer this: no article mentions “Xyz”. Nearest:\n\n  Troops',
  );
  expect(shown).toContain('\n\n  Nearest names in the archive: Idlib (4 sentences), SANA (1 sentence)\n\n');
});

test('where no name is near, nothing is said of near ones', () => {
  expect(plain(notFound({ nearest: [] }))).toContain('“Xyz”.\n\n2 articles searched');
});

test('a greeting gets one, with names to ask about', () => {
  expect(plain(notFound({ reason: 'greeting' }))).toContain(
    '\n\n  Hello. Ask about a name (Idlib, SANA), or a whole question in your own words.\n\n',
  );
  expect(plain(notFound({ reason: 'greeting', nearest: [] }))).toContain('Ask about a name, or a whole');
});

test('a cry for help gets the verbs, and what only follows on a question is told so', () => {
  expect(plain(notFound({ reason: 'help' }))).toContain('\n  Verbs: /who /what');
  expect(plain(notFound({ reason: 'follow-up' }))).toContain(
    '\n\n  I don’t remember the question before: ask it whole.\n\n',
  );
});

test('a source shows its publisher, its own day and its address', () => {
  const one = citation(SENTENCE, [], {
    publisher: 'Press TV',
    published: '2020-01-27T23:30:00-05:00',
    url: 'https://example.org/a',
  });
  expect(plain(found([one]))).toContain(
    '  [1] Advance — Press TV, 2020-01-27 · a.txt ¶ 2\n      https://example.org/a\n',
  );
});

test('an address with a user name in it is not shown: terminals make links of addresses', () => {
  const url = 'https://paper.example@evil.example/a';
  expect(plain(found([citation(SENTENCE, [], { url })]))).not.toContain('evil.example');
});

test('an article without a title is quoted by its opening words', () => {
  const one = citation(SENTENCE, [], { title: 'Idlib, Monday.', untitled: true });
  expect(plain(found([one]))).toContain('  [1] untitled, “Idlib, Monday.” — undated · a.txt ¶ 2\n');
});

test.each([
  ['no-word', 'there is no word to search for in “Xyz”.'],
  ['not-mentioned', 'no article mentions “Xyz”.'],
  ['none-known', 'none of these words stands in any article.'],
  ['no-such-words', 'these exact words stand in no article.'],
  ['no-sources', 'no sentence speaks of this.'],
] as const)('the reason %s is said in words', (reason, words) => {
  expect(plain(notFound({ reason }))).toContain(`  No answer: ${words}`);
});

test('words that never stand together have their sentences counted', () => {
  const words = [
    { word: 'Raqqa', sentences: 1 },
    { word: 'cease\u001bfire', sentences: 1_240 },
  ];
  const shown = (together: number) =>
    plain(notFound({ reason: 'not-together', occurrences: { words, together } }));
  expect(shown(0)).toContain(
    '  No answer: these words never stand together in one sentence: “Raqqa” (1 sentence), “cease␛fire” (1,240 sentences).\n',
  );
  expect(shown(3)).toContain('  No answer: 3 sentences with “Raqqa”, “cease␛fire”, but no clear answer.\n');
});

test('sources that differ are said to, before them', () => {
  const differing = [
    { citation: 0, start: 0, end: 5, words: '12\u001b people' },
    { citation: 1, start: 7, end: 13, words: 'at least 17' },
  ];
  expect(plain(found([citation(SENTENCE), citation('Idlib')], { differing }))).toContain(
    'read as Ma’asaran\n\n  The sources differ: “12␛ people” [1], “at least 17” [2].\n\n  Troops',
  );
});

test('a sentence that leans on the one before it is shown with it, marked as context', () => {
  const before = { start: 0, end: 14, quote: TEXT.slice(0, 14) };
  const shown = plain(found([citation(SENTENCE, [], { leansOn: before })]));
  expect(shown).toContain('  (before it) Idlib, Monday.\n  Troops entered');
});

test('what goes on and answers is shown behind it, marked as context', () => {
  const after = { start: 0, end: 14, quote: TEXT.slice(0, 14) };
  const shown = plain(found([citation(SENTENCE, [], { followedBy: after })]));
  expect(shown).toMatch(/Troops entered.*\n {2}\(after it\) Idlib, Monday\./);
});

test('dates that count from the day of the article are read beside the quotation, each once', () => {
  const monday = { start: 7, end: 13, from: '2020-01-27', to: '2020-01-27' };
  const more = { published: '2020-01-29T08:00:00Z', url: 'https://a.example/', dates: [monday, monday] };
  expect(plain(found([citation('Idlib, Monday.', [], more)]))).toContain(
    `  Idlib, Monday.
  [1] Advance — 2020-01-29 · a.txt ¶ 2
      https://a.example/
      “Monday” read as 27 January 2020 (article of 29 January 2020)

`,
  );
});

test('copies are listed', () => {
  const place = { start: 0, end: 9, articleId: 'b', title: 'Again', untitled: false, paragraph: 1 };
  const copies = [
    { ...place, path: 'b.txt', publisher: 'SANA' },
    { ...place, path: 'c.txt', published: '2020-01-28' },
  ];
  expect(plain(found([citation(SENTENCE, [], { copies })]))).toContain(
    '\n      also in Again — SANA, undated · b.txt ¶ 1\n      also in Again — 2020-01-28 · c.txt ¶ 1\n',
  );
});

test('of many copies five are listed, and the others counted', () => {
  const copies = Array.from({ length: 7 }, (_, i) => {
    const place = { start: 0, end: 9, title: 'Again', untitled: false, paragraph: 1 };
    return { ...place, articleId: `${i}`, path: `${i}.txt` };
  });
  const shown = plain(found([citation(SENTENCE, [], { copies })]));
  expect(shown.match(/also in Again/g)).toHaveLength(5);
  expect(shown).toContain('\n      also in Again — undated · 4.txt ¶ 1\n      and in 2 other places\n');
});

test('highlights are bold where there is colour, and no word changes', () => {
  const answer = found([citation(SENTENCE, ['Troops', 'SANA'])]);
  const coloured = renderAnswer(answer, { colour: true });
  expect(coloured).toContain('\u001b[1m\u001b[33mTroops\u001b[39m\u001b[22m entered');
  expect(coloured).toContain('\u001b[1m\u001b[33mSANA\u001b[39m\u001b[22m said.');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain(answer));
});

test('a highlight that reaches out of the quotation is cut to it', () => {
  const wide = { start: 0, end: TEXT.length };
  expect(renderAnswer(found([citation(SENTENCE, [], { highlights: [wide] })]), { colour: true })).toContain(
    '\u001b[33mTroops entered Ma’asaran, SANA said.\u001b[39m',
  );
});

test('control characters of an article are shown, not sent', () => {
  const nasty = citation('Idlib', [], {
    quote: 'a\u001b]52;c;ZXZpbA==\u0007\u0090\u202eb\tc',
    title: 'T\u001b[2J',
    path: 'x\u001b.txt',
    url: 'https://\u001b/',
  });
  const shown = plain(found([nasty]));
  expect(shown).toContain(
    '  a␛]52;c;ZXZpbA==␇\ufffd\ufffdb\tc\n  [1] T␛[2J — undated · x␛.txt ¶ 2\n      https://␛/',
  );
  expect(shown).not.toMatch(/[\u001b\u0007\u0090\u202e]/);
});

test('so are those of a question and of names', () => {
  const names = [{ typed: 'a\u001b', match: 'close' as const, readAs: ['b\u001b'] }];
  const question = { kind: 'ask' as const, text: 'q\u001b', names, isKeywordQuery: false };
  const nearest = [{ name: 'n\u001b', sentences: 1 }];
  for (const reason of ['no-word', 'not-mentioned'] as const) {
    expect(plain(notFound({ question, reason, nearest }))).not.toContain('\u001b');
  }
});

test('signals are listed under their citation, highest first, aligned', () => {
  const signals = { title: -0.25, retrieval: 12, name: 12, date: 0 };
  expect(plain(found([citation(SENTENCE, [], { signals })]))).toContain(
    `¶ 2
      score       1.500
      name       12.000
      retrieval  12.000
      date        0.000
      title      -0.250

`,
  );
});

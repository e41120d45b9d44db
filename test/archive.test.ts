import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '../src/archive.ts';
import type { QuestionKind } from '../src/model.ts';
import { packageRoot } from '../src/package.ts';

const archive = await openArchive({ corpus: join(packageRoot(), 'corpus', 'idlib-offensive.txt') });

/** Asked of the archive that ships, the sentence that holds these words comes first. */
function check(kind: QuestionKind, question: string, words: string): void {
  const { status, citations, confidence } = archive.ask(kind, question);
  expect(status).toBe('found');
  expect(citations[0]!.quote).toContain(words);
  expect(confidence).toBeGreaterThan(0.5);
}

test.each(["Ma'asaran", 'Ma’asaran', 'Maʿasaran', 'maasaran', 'Massaran'])('where %s', (spelling) => {
  check('where', spelling, 'liberated strategic Ma’asaran town');
  check('ask', `Where is ${spelling}?`, 'liberated strategic Ma’asaran town');
});

test.each(["al-Sawami'a", 'al Sawamia', "sawami'a", 'alsawamia'])('where %s', (spelling) =>
  check('where', spelling, 'key village of al-Sawami’a'),
);

test('who SANA', () => check('who', 'SANA', 'official news agency SANA'));

test.each(['HTS', 'Hayat Tahrir al-Sham', 'Hayat Tahrir Al Sham'])('who %s', (name) =>
  check('who', name, 'Hayat Tahrir al-Sham (HTS)'),
);

test('when "heavy arms"', () => check('when', 'heavy arms', 'pull out heavy arms by October 17 2018'));

test.each(['Who brokered the ceasefire?', 'who brokered the cease fire', 'WHO BROKERED THE CEASE-FIRE?'])(
  '%s',
  (question) => check('ask', question, 'a ceasefire brokered by Russia and Turkey'),
);

test('other questions that a reader asks', () => {
  check('ask', 'When did the Syrian army declare the start of the offensive?', 'On August 5 last year');
  check('ask', 'Who was preventing civilians from leaving?', 'militants were preventing civilians');
  check('where', 'Latakia', 'Latakiya');
  check('where', "Ma'ar Shurin", 'Ma’ar Shourin');
  check('where', 'Maarshurin', 'Ma’ar Shourin');
});

test.each([
  ['who', 'Emmanuel Macron'],
  ['where', 'Paris'],
  ['ask', 'Who won the World Cup in 2018?'],
  ['who', '???'],
] as const)('%s %s is not found', (kind, question) => {
  expect(archive.ask(kind, question)).toMatchObject({ status: 'not-found', citations: [] });
});

test('an answer says how a name was read', () => {
  const readings = (text: string) => archive.ask('where', text).question.names;
  expect(readings('Massaran')).toEqual([{ typed: 'Massaran', match: 'close', readAs: ['Ma’asaran'] }]);
  expect(readings('Ma’asaran')).toEqual([{ typed: 'Ma’asaran', match: 'exact', readAs: [] }]);
});

test('a question of ten thousand characters is answered from its beginning', () => {
  check('ask', `Who brokered the ceasefire? ${' \n'.repeat(5_000)}`, 'a ceasefire brokered');
});

test('the list for measuring is there where the answer is refused', () => {
  const { answer, ranked } = archive.examine('ask', 'Who won the World Cup in 2018?', 10);
  expect(answer.status).toBe('not-found');
  expect(ranked.length).toBeGreaterThan(0);
});

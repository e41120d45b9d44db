import { expect, test } from 'vitest';
import type { QuestionKind } from '../../src/model/query.ts';
import { readQuestionType } from '../../src/query/question-type.ts';
import { wordsOf } from '../../src/text/tokens/words.ts';

/** The question is of this kind, expects this form of answer and names it so: `what date year`. */
function check(question: string, expected: string, given: QuestionKind = 'ask'): void {
  const { kind, expects, focus } = readQuestionType(wordsOf(question), given);
  expect([kind, expects, ...(focus === undefined ? [] : [focus])].join(' ')).toBe(expected);
}

test('the question word says the kind', () => {
  check('Who brokered the ceasefire?', 'who person');
  check('Whom did they hit?', 'who person');
  check('Whose army entered?', 'who person');
  check('Where is Idlib?', 'where place');
  check('When did it end?', 'when date');
  check('Why did it fail?', 'why reason');
  check('How many people fled?', 'how-many number peopl');
  check('How much was paid?', 'how-many number');
});

test('a question word may stand late', () => {
  check('SANA reports for whom?', 'who person');
  check('The city fell when?', 'when date');
  check('To whom did they write?', 'who person');
});

test('the first question word counts', () => {
  check('Where did the people who fled go?', 'where place');
  check('What happened when it fell?', 'what thing happen');
});

test('contractions ask as well', () => {
  check("Who's there?", 'who person');
  check('Where’s Idlib?', 'where place');
  check("When's Ramadan?", 'when date');
});

test('the noun after what says what to expect', () => {
  check('What year did it end?', 'what date year');
  check('In what year did it end?', 'what date year');
  check('Which city was taken?', 'what place citi');
  check('What percentage of voters agreed?', 'what number percent');
  check('What group was blamed?', 'what person group');
});

test('so does its plural', () => {
  check('In which provinces are they?', 'what place provinc');
  check('Which cities were taken?', 'what place citi');
  check('Which villages were taken?', 'what place villag');
});

test('so does a noun with the verb right behind it', () => {
  check('Which city fell?', 'what place citi');
  check('What group holds Idlib?', 'what person group');
});

test('a noun that says nothing of the form is the focus still', () => {
  check('What weapons did they use?', 'what thing weapon');
  check('What kind of weapons did they use?', 'what thing weapon');
  check('What sort of friction is it?', 'what thing friction');
});

test('what without a noun has no focus', () => {
  check('What is stronger?', 'what thing');
  check('What did the president say?', 'what thing');
});

test('how with a measure expects a number', () => {
  check('How long did it last?', 'ask number');
  check('How far is it?', 'ask number');
  check('How old is he?', 'ask number');
  check('How did it end?', 'ask thing');
});

test('the verb that it was asked with goes before its words', () => {
  check('Who was it?', 'when date', 'when');
  check('heavy arms', 'when date', 'when');
  check('SANA', 'who person', 'who');
  check('ceasefire agreement', 'what thing agreement', 'what');
});

test('what does not ask is of no kind', () => {
  check('Tell me about Idlib', 'ask thing');
  check('', 'ask thing');
  check('😀', 'ask thing');
});

test('the WHO is no question word', () => {
  check('Did the WHO approve it?', 'ask thing');
  check('WHO IS IT?', 'who person');
  check('WHO said so?', 'who person');
});

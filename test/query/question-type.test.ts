import { expect, test } from 'vitest';
import type { QuestionKind } from '../../src/model/query.ts';
import { readQuestionType } from '../../src/query/question-type.ts';
import { writtenOut } from '../../src/query/shorthand.ts';
import { wordsOf } from '../../src/text/tokens/words.ts';

/** The question is of this kind, expects this form of answer and names it so: `what date year`. */
function check(question: string, expected: string, given: QuestionKind = 'ask'): void {
  const { kind, expects, focus } = readQuestionType(writtenOut(wordsOf(question), question), question, given);
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
  check('How much rain?', 'how-many number rain');
  check('How much was paid?', 'how-many money');
});

test('a question word may stand late', () => {
  check('SANA reports for whom?', 'who person');
  check('The city fell when?', 'when date');
  check('To whom did they write?', 'who person');
});

test('the first question word counts', () => {
  check('Where did the people who fled go?', 'where place');
  check('What happened when it fell?', 'what thing');
});

test('contractions ask as well', () => {
  check("Who's there?", 'who person');
  check('Where’s Idlib?', 'where place');
  check("When's Ramadan?", 'when date');
});

test('the noun after what says what to expect', () => {
  check('What year did it end?', 'what year year');
  check('In what year did it end?', 'what year year');
  check('Which city was taken?', 'what place citi');
  check('What percentage of voters agreed?', 'what percent');
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
  check('What did the president do?', 'what thing');
});

test('how with a measure expects one', () => {
  check('How long did it last?', 'ask duration');
  check('How far is it?', 'ask distance');
  check('How old is he?', 'ask age');
  check('How often did it ring?', 'ask frequency');
  check('How fast is it?', 'ask number');
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

test('the noun of "what is the …" says what to expect', () => {
  check('What is the capital of Chad?', 'what place capit');
  check('What was the date of the attack on Binnish?', 'what date date');
  check('What is the name of the president of Chad?', 'what person presid');
  check('What was the death toll in Binnish?', 'what number toll');
  check('Which sea borders Egypt?', 'what place sea');
  check('Which lake is east of Hama?', 'what place lake');
  check("What is Karim's wife's name?", 'what thing');
});

test('causes are reasons', () => {
  check('How come the bridge fell?', 'why reason');
  check('What caused the fire?', 'what reason');
  check('What was the reason for the delay?', 'what reason');
});

test('an opening clause asks nothing', () => {
  check('When the war began, who was president?', 'who person');
  check('Where did the people, who fled, go?', 'where place');
});

test('a request asks what stands behind it', () => {
  check('Tell me who left', 'who person');
  check('do you know when it ended?', 'when date');
  check('Describe the people who fled', 'ask thing');
  check('Did those who fled return?', 'ask thing');
  check('List groups fighting in Hama', 'ask person group');
});

test('forms of the answer', () => {
  check('What time did it begin?', 'what time');
  check('What percent of voters agreed?', 'what percent');
  check('What colour is the flag?', 'what colour');
  check('What did the envoy say about Hama?', 'what statement');
  check('how many killed in hama', 'how-many number peopl');
  check('how many ppl died', 'how-many number peopl');
});

test('contractions without an apostrophe', () => {
  check('whos there', 'who person');
  check('wheres hama', 'where place');
  check('whats the date', 'what date date');
});

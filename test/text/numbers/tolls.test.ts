import { expect, test } from 'vitest';
import { tollsIn } from '../../../src/text/numbers/tolls.ts';

/** The counts of people killed are those between square brackets; `?` stands before one that isn't sure. */
function check(marked: string, ...values: readonly number[]): void {
  const text = marked.replace(/[[\]]/g, '').replace(/\?(?=\w)/g, '');
  const tolls = tollsIn(text);
  let shown = '';
  let at = 0;
  for (const { start, end, sure } of tolls) {
    shown += `${text.slice(at, start)}[${sure ? '' : '?'}${text.slice(start, end)}]`;
    at = end;
  }
  expect(shown + text.slice(at)).toBe(marked);
  expect(tolls.map(({ low }) => low)).toEqual(values);
}

test('a count before the word that makes it a toll', () => {
  check('[12 people] were killed in a raid on Tarmila.', 12);
  check('[Nineteen civilians] died when the river rose.', 19);
  check('[At least 17 people] near the river have been killed.', 17);
  check('[Some 50 people] lost their lives.', 45);
  check('The storm caused [12 deaths].', 12);
});

test('a count behind it', () => {
  check('The raid killed [30 soldiers] and wounded 12.', 30);
  check('A flood struck, killing [at least 12], the mayor said.', 12);
  check('The raid left [20 dead].', 20);
  check('The raid left [at least 20 people] dead and 30 wounded.', 20);
  check('The flood claimed [12 lives].', 12);
  check('The flood claimed the lives of [12 people].', 12);
});

test('the death toll, what it is and what it rose to', () => {
  check('The death toll from the raid on Tarmila is [20].', 20);
  check('The toll now stands at [43].', 43);
  check('The death toll has risen from 12 to [20].', 20);
  check('The number of people killed in Tarmila reached [36].', 36);
});

test('nobody, and one person', () => {
  check('[No one] was killed, and [nobody] died.', 0, 0);
  check('The raid killed [nobody].', 0);
  check('There were [no] deaths.', 0);
  check('[A woman] was killed in a raid.', 1);
  check('The raid killed [a young woman] on Sunday.', 1);
  check('[A police officer] in Tarmila was shot dead.', 1);
});

test('what is feared, planned or denied is not sure', () => {
  check('[?20 people] are feared killed in Tarmila.', 20);
  check('A raid could kill [?30 people].', 30);
  check('It is not true that [?20 people] were killed.', 20);
  check('The ministry denied that [?20 people] were killed.', 20);
  check('The ministry denied it, but [20 people] were killed.', 20);
});

test('parts of a sum are no toll', () => {
  check('12 men and 3 women were killed.');
  check('A woman and her two sons were killed.');
  check('Five officers and a civilian were killed.');
  check('[58 people], including 11 children, were killed.', 58);
  check('The raid killed another 12 people, six more died.');
});

test('nor is what happened to others', () => {
  check('12 people were wounded, a dog was killed.');
  check('Child killed 20 people injured in Tarmila.');
  check('The market reopened on Friday with 20 stalls.');
});

test.each(['12 people ', 'no one ', 'a man in a ', '12 people in ', 'killed a ', 'death toll '])(
  'a quarter of a megabyte of %j is read',
  (piece) => {
    expect(tollsIn(piece.repeat(2 ** 18 / piece.length)).every(({ sure }) => sure)).toBe(true);
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitParagraphs } from '../../../src/text/sentences/paragraphs.ts';
import { expectLinear } from '../../growth.ts';
import { anyText } from '../any-text.ts';

/** `¶` stands where a paragraph ends; white space around it counts as the gap. */
function check(marked: string): void {
  const text = marked.replaceAll('¶', '');
  const expected = marked.split('¶').map((paragraph) => paragraph.trim());
  expect(splitParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
}

test('a text without a newline is one paragraph', () => check('The town was taken. Nobody was hurt.'));

test('a text of white space has no paragraph', () => {
  expect(splitParagraphs('')).toEqual([]);
  expect(splitParagraphs(' \n\t\r\n\u2028 ')).toEqual([]);
});

test('a blank line ends a paragraph', () =>
  check('The town was taken.¶\n\n The army said so.¶\n \t\n\nNobody was hurt.'));

test('a newline ends a paragraph', () => check('The town was taken.¶\nThe army said so.'));

test('lines in lower case are a list', () => check('features¶\ncontact manager¶\nevents, activities\n'));

test('every kind of newline counts', () => check('One.¶\r\nTwo.¶\rThree.¶\u2028Four.¶\u2029Five.¶\fSix.'));

test('a paragraph to a line stays so, however long the lines', () => {
  const line =
    'Syrian government forces have liberated more areas during an offensive in the province of Idlib on Monday.';
  check([line, line, line].join('¶\n'));
});

test('a newline in a hard-wrapped article is soft, an indented line starts a paragraph', () =>
  check(`Showers continued throughout the week in
the Bahia cocoa zone, alleviating the drought since early
January and improving prospects for the coming temporao,
although normal humidity levels have not been restored,
Comissaria Smith said in its weekly review.¶
    The dry period means the temporao will be late this year.¶
    Arrivals for the week ended February 22 were 155,221 bags
of 60 kilos making a cumulative total for the season of 5.93
mln against 5.81 at the same stage last year.`));

test('a clearly short line ends a paragraph of a hard-wrapped article', () =>
  check(`It was the best of times, it was the worst of times, it was the age
of wisdom, it was the age of foolishness, it was the epoch of belief,
it was the epoch of incredulity.¶
A heading¶
There were a king with a large jaw and a queen with a plain face, on
the throne of England.`));

test('the rows of a table stay apart in a hard-wrapped article', () =>
  check(`The Agriculture Department reported the farmer-owned reserve
national five-day average price through February 25 as follows
in dollars:¶
Wheat     2.55     2.40     IV     4.65¶
Corn      1.35     1.92     IV     3.15`));

test('a space before the newline lets a sentence flow on', () => {
  check('It was a cold \nnight in the city.');
  check('It was a cold night. ¶\nIt snowed.');
});

test('paragraphs cover every character that is not white space', () =>
  fc.assert(
    fc.property(anyText(), (text) => {
      let at = 0;
      for (const { start, end } of splitParagraphs(text)) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  ));

test.each(['\n', '\r\n', 'a\n', 'a \n', 'x', `${'word '.repeat(12)}\n`])(
  'a text of nothing but %j is split in the time that its length asks for',
  (unit) => {
    const split = (length: number) => splitParagraphs(unit.repeat(length / unit.length));
    return expectLinear(split, 2 ** 17);
  },
);

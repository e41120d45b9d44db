import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitParagraphs } from '../../../src/text/sentences/paragraphs.ts';
import { splitSentences } from '../../../src/text/sentences/sentences.ts';
import { expectLinear } from '../../growth.ts';
import { anyText } from '../any-text.ts';

/** `|` stands where a sentence ends; white space around it is the gap. */
function check(marked: string): void {
  const text = marked.replaceAll('|', '');
  const expected = marked.split('|').map((sentence) => sentence.trim());
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
}

test('a full stop, a question mark and an exclamation mark end a sentence', () =>
  check('He left.| Where to?| Home!| She stayed.'));

test('a text of white space has no sentence', () => {
  expect(splitSentences('')).toEqual([]);
  expect(splitSentences(' \n ')).toEqual([]);
});

test('offsets refer to the whole text', () => {
  const text = 'Headline\n\nAli left. He came back.';
  expect(splitSentences(text, { start: 10, end: text.length })).toEqual([
    { start: 10, end: 19 },
    { start: 20, end: 33 },
  ]);
});

test('a soft newline ends no sentence', () =>
  check('It said the\r\ntown was\ntaken.| The army\u2028agreed.'));

describe('an abbreviation does not end a sentence', () => {
  test('titles', () => {
    check('Dr. Ali left.| He came back.');
    check('Lt. Col. Thomas Gilleran met Maj. Gen. Ali Mamlouk.| Sen. McCain did not.');
  });
  test('initials', () => {
    check('Books by J. K. Rowling and author L. Ron Hubbard sold.| George W. Bush read none.');
    check('We make a good team, you and I.| Did you see Albert I. Jones?');
    check('They need vitamin C.| Doctors agree.');
  });
  test('dotted abbreviations, unless an opening word follows', () => {
    check('The U.S. Senate and U.N. inspectors met in Washington D.C. on Monday.');
    check('He lives in the U.S.| The U.N. is in New York.');
  });
  test('companies and family, unless an opening word follows', () => {
    check('Hutton Inc. Chairman Sammy Davis Jr. Smith left Briggs & Co. at noon.');
    check('He works for ABC Ltd.| She works for BCD Corp.');
  });
  test('times of day, before days and time zones', () => {
    check('It began at 5 p.m. EDT and ended at 8 a.m. Tuesday at 6 p.m. sharp.');
    check('He left at 6 p.m.| Travelers stayed.');
  });
  test('months and numbers', () => {
    check('On Jan. 5 he read No. 5 of Vol. IV, p. 55.| He left in Dec.| Then he came back.');
    check('He asked, and she said no.| That was in 3.5 hours.');
  });
  test('courts and examples', () => check('Brown v. Board of Education, cf. Sparf, e.g. Haddad vs. Assad.'));
});

describe('quotations and brackets', () => {
  test('inside a sentence, they stay with it', () => {
    check('He said "Stop. Do not move." to the crowd.| They ran.');
    check('He teaches (He was an engineer. Now he is not.) at the school.| We know.');
    check('He said “We won. They lost.”| Nobody cheered.');
  });
  test('a quotation that opens a sentence is cut at its own full stops', () =>
    check('"They represent us.| These girls will prove it."| He agreed.'));
  test('what is said stays with who said it', () => {
    check('"Stop!" he said.| "Why?" Colonel Ali Hassan asked.| They stopped.');
    check('"We left."| Ali said nothing.');
  });
  test('an unclosed mark swallows nothing', () => {
    check('He said "we won.| They lost.| Nobody cheered.');
    check('The (first man left.| The second stayed.| So did she.');
    check("The fans' song was loud.| The players' was not.");
  });
  test('a speech is cut', () => {
    const speech = 'We shall go on until the town and the villages around it are free, whatever the cost.';
    check(`He said "${speech}| ${speech}| ${speech}"`);
  });
  test('a reference stands before its full stop', () =>
    check('He used "parallel stairways." (Smith 55).| So did she.'));
});

test('lower case goes on', () => check('She works at Yahoo! in Paris.| Stop! he yelled.'));

test('an ellipsis ends a sentence only where one opens', () => {
  check('I wasn’t ... well, sure.| He talks slowly...| And then he stops…| But not . . . Ali.');
  check('They could not pay. |... Unfortunately they left.');
});

test('a number may open a sentence', () =>
  check('Malaysia lost two planes.| 2014 has been bad.| No. 5 won.'));

test('footnotes stay with what they explain', () => {
  check('He ordered busts of the emperors.[1][2]| The empire fell.');
  check('There is a gap in consultation.11 12| Take an example.');
});

test('a lost space is seen before a word that opens sentences', () =>
  check('They freed the town.|The army left.| Write to Jane.Doe@example.com or www.Example.com.'));

test('list items are sentences, their numbers are not', () => {
  check('1. The first item| 2. The second item| 3. The third');
  check('a) flour| b) water| c) salt');
  check('• 9. Flour| • 10. Water');
  check('He has two sins: a) theft and b) murder.');
});

test('a dateline goes on', () => {
  check('IDLIB, Syria — The army left.| It came back.');
  check('SPRINGFIELD, Ill. (AP) — The mayor left.');
});

test('other scripts end their own way', () => {
  check('غادر علي المدينة.| هل عاد؟| نعم.');
  check('你好。|再见！');
});

test('a short article with emoji and lone surrogates keeps its sentences', () =>
  check('Great!| 😀 He left \ud800 the town.| \udc00 She stayed. 😀'));

describe('a sentence has at most 2,000 units', () => {
  test('it is cut at a line break rather than a semicolon, a comma or a space', () => {
    const words = 'word '.repeat(350).trim();
    check(`${words}\n|${words}; and, ${'more '.repeat(30).trim()}`);
    check(`${words};| ${words}`);
    check(`${words},| ${words}`);
  });
  test('a family of emoji is not cut', () => {
    const family = '👨‍👩‍👧‍👦';
    for (const { start, end } of splitSentences(family.repeat(1000)))
      expect((end - start) % family.length).toBe(0);
  });
  test('a surrogate pair is not cut, not even in a heap of accents', () => {
    const text = `${'a'.repeat(1999)}${'😀'.repeat(50)}${'\u0301'.repeat(5000)}${'\u{1d165}'.repeat(3000)}`;
    for (const { start, end } of splitSentences(text))
      expect(text.slice(start, end).isWellFormed()).toBe(true);
  });
});

test('sentences cover their paragraph, and no one is too long', () =>
  fc.assert(
    fc.property(anyText(), (text) => {
      for (const paragraph of splitParagraphs(text)) checkCover(text, paragraph.start, paragraph.end);
      checkCover(text, 0, text.length);
    }),
    { numRuns: 100 },
  ));

const HOSTILE = [
  'word ',
  'x',
  '.',
  '. ',
  'A. ',
  '! a ',
  '"',
  '(',
  '([{"',
  '"A." ',
  "'",
  '• ',
  '1) ',
  '.[1]',
  '… A',
  '\u0301',
  '😀',
];

test.each(HOSTILE)(
  'a text of nothing but %j is split whole, in the time that its length asks for',
  async (unit) => {
    const textOf = (length: number) => unit.repeat(length / unit.length);
    const split = (length: number) => splitSentences(textOf(length), { start: 0, end: length });
    const text = textOf(2 ** 16);
    checkCover(text, 0, text.length);
    await expectLinear(split, 2 ** 13);
  },
);

/** Cheap enough for a megabyte: one `expect` for all sentences. */
function checkCover(text: string, from: number, to: number): void {
  let at = from;
  const wrong: string[] = [];
  for (const { start, end } of splitSentences(text, { start: from, end: to })) {
    const sentence = text.slice(start, end);
    if (/\S/.test(text.slice(at, start))) wrong.push(`left out before ${start}`);
    if (sentence === '' || sentence.trim() !== sentence) wrong.push(`not trimmed at ${start}`);
    if (sentence.length > 2000) wrong.push(`too long at ${start}`);
    at = end;
  }
  if (at > to || /\S/.test(text.slice(at, to))) wrong.push(`left out after ${at}`);
  expect(wrong).toEqual([]);
}

test('an abbreviation ends a sentence before a plural noun that goes on in lower case', () => {
  check('The firm is called Bolt Inc.| Shares were not sold.');
  check('She flew to the U.S.| Soldiers waited there.');
  check('The U.S. Senate voted.| Bolt Inc. Chairman Ann Lee left.');
});

test('the name of a time goes on after a.m. and p.m.', () =>
  check('It opens at 2:30 p.m. Oslo time, he said.| It shut at 5 p.m.| Oslo slept.'));

test.each([
  ['de', 'Im 2. Jahrhundert v. Chr. wuchs die Stadt.| Sie liegt in der Berg-Str. 7 in Wien.'],
  ['fr', 'Il vint le 3 févr. 1990 à St. Denis.| Elle resta.'],
  ['zh', '天晴了。|《日报》出版了。'],
  ['ja', '雨が止んだ。|「北歌」は古い。'],
  ['fa', 'او علی) ع (را دید.| رفتند.| باز علی) ع (آمد.'],
  ['uk', 'Зібрали 7 млн т.| Ціна впала.'],
  ['ru', 'Он заплатил 3 тыс. руб.| Все ушли.'],
  ['el', 'Πού είναι;| Δεν ξέρω.'],
])('sentences end by the marks of %s: %s', (language, marked) => {
  const text = marked.replaceAll('|', '');
  const found = splitSentences(text, undefined, language).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(marked.split('|').map((sentence) => sentence.trim()));
});

describe('lines of a page that were run into one end where they did', () => {
  test('datelines', () => {
    check('Ferry runs aground near Varby| AFP Friday 24 Oct 2014| Nine people were saved.| They are well.');
    check('Published August 3 2015| Nine people were saved on Monday.');
  });
  test('tags, counters and share lines', () => {
    check('Get short URL 0 38| A ferry ran aground.| Print Tweet Views 12| It was towed away.');
    check('He left.| Tags ferry Norland Varby| The ferry ran aground.');
    check('It was towed away.| Related News Norland closes ports Ferries wait for the storm to pass.');
  });
  test('captions', () =>
    check(
      'Men stand near the ferry in Varby (File photo) (Norland Post and Agencies)| Nine people were saved.',
    ));
  test('a date in prose ends nothing', () =>
    check('On Friday 24 October 2014 Varby had a storm.| AFP said on 3 May 2015 Varby had another.'));
});

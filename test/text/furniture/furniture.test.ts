import { expect, test } from 'vitest';
import { furnitureIn, proseOf } from '../../../src/text/furniture/furniture.ts';
import { wordsOf } from '../../../src/text/tokens/words.ts';

/** `|` stands before and behind the prose of a sentence; without any, all of it is furniture. */
function check(marked: string) {
  const text = marked.replaceAll('|', '');
  const words = wordsOf(text);
  const prose = proseOf(words, text);
  const kind = furnitureIn(words, prose);
  const [start, end] = [words[prose.first]?.start ?? 0, words[prose.last - 1]?.end ?? 0];
  const shown =
    kind === 'whole' ? text : `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
  expect(shown).toBe(marked);
}

test('menus, share lines and lists of headlines are no prose', () => {
  check('World Business Sport Culture Weather Live Radio Television Podcasts Newsletters');
  check('Read Also');
  check('Subscribe to our newsletter for news from Norland and its islands.');
  check('Follow us on Instagram.');
  check('Advertisement');
  check('Related News Storm hits the coast of Norland Ferries stay in port for a third day');
  check('12 Related Norland Closes Its Ports After Storm Tags ferry Norland Community standardsDiscussion');
  check('Copyright © 2018 Norland Post.');
});

test('prose behind tags begins with the subject that leads to the first function word', () => {
  check('Tags Norland Varby ferry Storm Coast |The ferry to Varby stayed in port on Monday|.');
  check('Tags Norland Varby ferry |At least nine people were saved from a ferry|.');
  check('07.04.2017 Get short URL 0 38 |A ferry ran aground near Varby and was towed away|.');
});

test('prose before a label ends there', () => {
  check('|The ferry to Varby stayed in port on Monday| Print Tweet Views 2494');
});

test('the line with the day of publication is no prose, and a day of a timeline is', () => {
  check('AFP Friday 24 Oct 2014');
  check('Published August 3 2015');
  check('24 October 2014');
  check('Fri 24 Oct 2014 |A ferry ran aground near Varby and was towed away|.');
  check('|24 October 2014 A ferry ran aground near Varby and was towed away|.');
  check('|He spoke to AFP on Friday 24 October 2014|.');
});

test('names in a row, headlines and questions of prose are prose', () => {
  check('|Members are Varby, Torlund, Kesh, Ostby, Norland, Ulmer, Veldt, Harrow and Lind|.');
  check('|Norland Ferry Company Suspends All Services After Storm|');
  check('|Tags were found on the ferry|.');
  check('|The American Express Travel Related Services Co Inc bought it on Monday|.');
  check('|Readers share this view, and follow the paper on Facebook|.');
  check('|Privacy is what the policy is about|.');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customId, readCustomId } from '../../../src/discord/buttons/custom-id.ts';
import {
  type PageRequest,
  partsOf,
  placeIn,
  readPageRequest,
  readPlace,
} from '../../../src/discord/buttons/page-request.ts';
import { MAX_TYPED_LENGTH } from '../../../src/discord/commands/definition.ts';
import { escapeMarkdown, oneLine } from '../../../src/discord/render/markdown.ts';
import { QUESTION_KINDS } from '../../../src/model/query.ts';
import { fingerprint } from '../../../src/text/fingerprint.ts';
import { nastyText } from '../render/nasty-texts.ts';

const PUBLISHERS = ['Harbour Post', 'Daily | Ledger', '', 'نورذرن'];
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const question: fc.Arbitrary<PageRequest> = fc.record({
  kind: fc.constantFrom(...QUESTION_KINDS, 'quote' as const),
  text: nastyText(30)
    .map((text) => oneLine(text).slice(0, MAX_TYPED_LENGTH).trim().toWellFormed())
    .filter((text) => text !== ''),
  filter: fc.record({ publisher: fc.constantFrom(...PUBLISHERS), from: day, to: day }, { requiredKeys: [] }),
});
const messageOf = ({ text }: PageRequest) => `### Where is ${escapeMarkdown(text)}?\n-# read as x`;

describe('what was asked', () => {
  test('is read back from its message, whatever it was', () => {
    fc.assert(
      fc.property(question, (request) => {
        const content = messageOf(request);
        expect(readPageRequest(partsOf(request, content)!, content, PUBLISHERS)).toEqual(request);
      }),
    );
  });

  test('fits a button on any page, up to the longest question', () => {
    const page = fc.nat({ max: 99_999 });
    fc.assert(
      fc.property(question, page, page, (request, first, end) => {
        const content = messageOf(request);
        const parts = partsOf(request, content)!;
        const id = customId('more', first.toString(36), end.toString(36), fingerprint('x', 6), ...parts);
        expect(id!.length).toBeLessThanOrEqual(100);
        expect(readCustomId(id!).parts.slice(3)).toEqual(parts);
      }),
    );
    const text = '*'.repeat(MAX_TYPED_LENGTH);
    const request: PageRequest = {
      kind: 'how-many',
      text,
      filter: { publisher: 'Harbour Post', from: '2020-01-01', to: '2020-12-31' },
    };
    expect(customId('back', 'zzz', 'zzz', '123456', ...partsOf(request, messageOf(request))!)).toBeDefined();
  });

  const request: PageRequest = { kind: 'where', text: 'Ma’asaran_1', filter: { publisher: 'Harbour Post' } };
  const content = messageOf(request);
  const parts = partsOf(request, content)!;

  test.each([
    ['was edited', content.replace('Ma’asaran', 'Tarmila')],
    ['got a word in front', `Hello. ${content}`],
    ['is empty', ''],
    ['is cut short', content.slice(0, 15)],
  ])('is not guessed where the message %s', (_, message) => {
    expect(readPageRequest(parts, message, PUBLISHERS)).toBeUndefined();
  });

  test('is not guessed where its publisher has left the archive', () => {
    expect(readPageRequest(parts, content, ['Daily | Ledger'])).toBeUndefined();
  });

  test.each([
    ['of no kind', ['eval', ...parts.slice(1)]],
    ['of a kind that every object has', ['constructor', ...parts.slice(1)]],
    ['of nothing', []],
    ['without a place', ['where']],
    ['of a place that is no number', ['where', '!.!.!', ...parts.slice(2)]],
    ['of another place', ['where', '1.2.abcdef', ...parts.slice(2)]],
    ['of an endless place', ['where', `0.zzzzzzzz.${parts[1]!.slice(-6)}`, ...parts.slice(2)]],
    ['of a place before the beginning', ['where', `-5.2.${parts[1]!.slice(-6)}`, ...parts.slice(2)]],
  ])('is not read from a made-up button %s', (_, made) => {
    expect(readPageRequest(made, content, PUBLISHERS)).toBeUndefined();
  });

  test('that its message does not say makes no button', () => {
    expect(partsOf(request, '### Something else')).toBeUndefined();
  });
});

test('a place is short and says where the text stands as people read it', () => {
  const content = `### ${escapeMarkdown('a_b: **c**')}`;
  const place = placeIn(content, '**c**')!;
  expect(place.length).toBeLessThanOrEqual(14);
  expect(readPlace(place, content)).toBe('**c**');
  expect(readPlace(place, content.replace('c', 'd'))).toBeUndefined();
});

test.each([
  ['aleppo', 'Where is Aleppo?'],
  ['ALEPPO', 'Where is Aleppo?'],
  ['bashar al-assad', 'Who is Bashar al-Assad?'],
  ['barrel bombs in Aleppo', 'Barrel bombs in Aleppo'],
])('%s is read back as it was typed from “%s”', (typed, heading) => {
  const place = placeIn(`### ${heading}`, typed)!;
  expect(readPlace(place, `### ${heading}`)).toBe(typed);
});

test('what a heading spells otherwise than by its capitals is not guessed', () => {
  expect(placeIn("### Where is Ma'asaran?", 'Maasaran')).toBeUndefined();
  expect(placeIn('### Where is Aleppo?', 'aLePPo')).toBeUndefined();
});

test('the order of an answer is kept', () => {
  const request: PageRequest = { kind: 'where', text: 'Aleppo', filter: {}, order: 'newest' };
  const head = '### Where is Aleppo?';
  expect(readPageRequest(partsOf(request, head)!, head, [])).toEqual(request);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bytesOfSplit,
  bytesOfText,
  checksumOf,
  splitOfBytes,
  textOfBytes,
} from '../../../src/index/database/encoding.ts';
import { CorruptIndexError } from '../../../src/index/database/errors.ts';
import { splitOf } from '../../../src/index/documents/document.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)) }),
  // Half surrogate pairs, too.
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
);

test('a text comes back to the last unit, whatever stands in it', () => {
  fc.assert(fc.property(anyText, (text) => textOfBytes(bytesOfText(text)) === text));
});

test('a text of Latin letters takes one byte a letter', () => {
  expect(bytesOfText('Müller left.')).toHaveLength(13);
});

test('spans come back as they were', () => {
  const word = fc.constantFrom(
    'Ali',
    'left.',
    'Dr.',
    '“He',
    'said.”',
    '\n\n',
    ' ',
    '\r\n',
    '…',
    'U.S.',
    '中文。',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 400 }), (words) => {
      const split = splitOf({ text: words.join(' ') });
      const bytes = bytesOfSplit(split);
      expect(splitOfBytes(bytes)).toEqual(split);
    }),
  );
});

test('spans far into a text of millions of letters come back', () => {
  const span = { start: 0x7fff_fff0, end: 0x7fff_ffff };
  const split = { paragraphs: [span], sentences: [{ ...span, paragraph: 0 }] };
  expect(splitOfBytes(bytesOfSplit(split))).toEqual(split);
});

test('bytes that move from one piece to the next have another checksum', () => {
  expect(checksumOf(Buffer.from('ab'), Buffer.from('c'))).not.toBe(
    checksumOf(Buffer.from('a'), Buffer.from('bc')),
  );
  expect(checksumOf(1, 23)).not.toBe(checksumOf(12, 3));
});

test('a text of no known encoding is damaged', () => {
  expect(() => textOfBytes(Buffer.from([9, 65]))).toThrow(CorruptIndexError);
});

test('an empty piece leaves what stands before it in the checksum, wherever its bytes are', () => {
  const empty = Buffer.from(new ArrayBuffer(0));
  expect(checksumOf(1, empty)).not.toBe(checksumOf(2, empty));
  expect(checksumOf(1, empty)).toBe(checksumOf(1, Buffer.alloc(0)));
});

test('a piece that is missing is corrupt', () => {
  expect(() => checksumOf(1, null as unknown as number)).toThrow(CorruptIndexError);
});

import fc from 'fast-check';

const PIECES = [
  'Dr. Ali left. ',
  'He said "Stop. Go." to them. ',
  'the U.S. Senate ',
  '1) Flour 2) Water ',
  'end.[1] The ',
  '… And ',
  'مرحبا بالعالم. كيف حالك؟ ',
  'שלום עולם. ',
  '你好。再见！',
  '👨‍👩‍👧‍👦',
  'e\u0301',
  '\r\n',
  '\n',
  '\n\n',
  '\r',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u200b',
  '\ud800',
  '\udc00',
  '"',
  '(',
  ')',
  '“',
  '’',
  '. ',
  ' ',
  '    ',
  'word'.repeat(600),
];

/** Prose, its marks and what breaks splitters: other scripts, emoji, all newlines, surrogates without their other half. */
export function anyText(): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 20 }));
  return fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
}

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { test } from 'vitest';
import { AGENCY, OTHER } from '../ingest/agency.ts';
import { world } from './synced-world.ts';

const WORDS = [
  ...[
    'Ada',
    'Brunn',
    'President',
    'al-Dana',
    'Ma’asaran',
    'MA‘ASARAN',
    'Talven',
    'HTS',
    'Hayat',
    'Tahrir (HTS)',
  ],
  ...[
    'the',
    'in',
    'said',
    'left',
    'province',
    'quarry.',
    'left.',
    'Friday',
    '5',
    'cafe\u0301',
    '中文',
    '"He',
  ],
];
const TEXT = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }).map((words) => words.join(' ')),
  // Articles that are the same one, nearly the same one, and hardly.
  fc.constantFrom(
    AGENCY,
    AGENCY.replace('struck', 'hit'),
    `${AGENCY} Ada Brunn sent tents.`,
    `${AGENCY} ${OTHER}`,
  ),
);
const PATH = fc.constantFrom('a.txt', 'a.md', 'b.txt', 'deep/c.txt', 'd.jsonl');
const EDIT = fc.oneof(
  { weight: 3, arbitrary: fc.record({ path: PATH, texts: fc.array(TEXT, { minLength: 1, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ path: PATH, texts: fc.constant([] as string[]) }) },
);

/** JSONL in the same order with the same ids, so that articles stay, change and go inside of a file. */
function contentOf(path: string, texts: readonly string[]): string {
  if (!path.endsWith('.jsonl')) return texts.join('\n\n');
  return texts.map((text, i) => JSON.stringify({ id: i % 3, text, published: `202${i}-01-02` })).join('\n');
}

test.each(['minisearch', 'segments'])(
  '%s: however a folder is edited, its index answers as one built anew',
  async (engine) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(EDIT, { maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        async (rounds) => {
          const files = { 'a.txt': 'Ali left Talven.', 'deep/c.txt': 'Ada.' };
          const { sync, folder, index } = await world({ files, engine });
          for (const round of rounds) {
            for (const { path, texts } of round) {
              if (texts.length === 0) rmSync(join(folder, path), { force: true });
              else writeFileSync(join(folder, path), contentOf(path, texts));
            }
            await sync();
          }
          index.close();
        },
      ),
      { numRuns: 3 },
    );
  },
);

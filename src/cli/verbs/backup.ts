import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { checkPlace, writeBackup } from '../../backup/write-backup.ts';
import { openSettingsOf, readConfig } from '../../config.ts';
import { openArchiveFolder } from '../../data-folder.ts';
import { environment } from '../../environment.ts';
import { UsageError } from '../../usage-error.ts';
import type { Output } from '../output.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';
import { CORPUS, verb } from '../verb.ts';

export default verb(
  new Command('backup')
    .description('write what can’t be made again of the archive’s folder in IBID_DATA to one file (.tar.gz)')
    .argument('<file>')
    .option('--all', 'the index, too: a restored archive need not be read again')
    .option('--force', 'replace a file that is there')
    .option('--json', 'as one JSON object')
    .option(...CORPUS),
  run,
);

export interface BackupFlags {
  readonly all?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly corpus?: string;
}

/** `ibid backup FILE`: also while the bot runs. The articles are not in it. */
export async function run(file: string, flags: BackupFlags, output: Output): Promise<number> {
  const { data, corpus } = readConfig(flags);
  const to = resolve(file);
  const folder = openArchiveFolder(data, corpus, (note) => output.warn(note));
  checkPlace(to, [corpus, folder]);
  if (existsSync(to) && flags.force !== true)
    throw new UsageError(`${to} is there already: name another file, or add --force to replace it`);
  const manifest = await writeBackup({
    folder,
    to,
    withIndex: flags.all ?? false,
    settings: openSettingsOf({ ...environment(), IBID_CORPUS: corpus, IBID_DATA: data }),
    tell: (note) => output.warn(visible(note)),
  });
  const { archive, index, files, time } = manifest;
  const size = files.reduce((sum, one) => sum + one.size, 0);
  if (flags.json) output.write(JSON.stringify({ file: to, archive, index, files: files.length, size, time }));
  else
    output.write(
      visible(
        `${to}: ${counted(files.length, 'file')} of ${archive}${index ? ', its index among them' : ''}. The articles themselves (${corpus}) are not in it.`,
      ),
    );
  return 0;
}

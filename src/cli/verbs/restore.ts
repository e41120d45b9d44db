import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import { restoreBackup } from '../../backup/restore-backup.ts';
import { readConfig } from '../../config.ts';
import { archiveFolder } from '../../data-folder.ts';
import { UsageError } from '../../usage-error.ts';
import type { Output } from '../output.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';
import { CORPUS, verb } from '../verb.ts';

export default verb(
  new Command('restore')
    .description('put a backup in the place of the archive’s folder in IBID_DATA, which is kept beside it')
    .argument('<file>')
    .option('--as <archive>', 'of another archive, or one that lay elsewhere: the folder to restore it to')
    .option('--json', 'as one JSON object')
    .option(...CORPUS),
  run,
);

export interface RestoreFlags {
  readonly as?: string;
  readonly json?: boolean;
  readonly corpus?: string;
}

/** `ibid restore FILE`: checks all of it first, and refuses while another process has the archive open. */
export async function run(file: string, flags: RestoreFlags, output: Output): Promise<number> {
  const { data, corpus } = readConfig(flags);
  const folder = archiveFolder(data, corpus);
  if (flags.as !== undefined && flags.as !== basename(folder))
    throw new UsageError(`--as: the archive ${corpus} has the folder ${basename(folder)}, not ${flags.as}`);
  const { manifest, kept } = await restoreBackup({
    from: resolve(file),
    folder,
    ofAnother: flags.as !== undefined,
  });
  const { archive, index, files, time, settings } = manifest;
  if (flags.json) {
    output.write(
      JSON.stringify({ folder, kept: kept ?? null, archive, index, files: files.length, time, settings }),
    );
    return 0;
  }
  const added = index ? ', its index among them' : '';
  output.write(visible(`${folder}: ${counted(files.length, 'file')} of ${archive}${added}, as of ${time}.`));
  if (kept !== undefined) output.write(visible(`What was there before is kept: ${kept}`));
  return 0;
}

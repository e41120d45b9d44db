import { Command } from 'commander';
import { readUsableBotConfig } from '../../config.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import type { Output } from '../output.ts';
import { counted } from '../terminal/counted.ts';
import { renderFinding } from '../terminal/finding.ts';
import { CORPUS, verb } from '../verb.ts';

export default verb(
  new Command('doctor')
    .description('look for what keeps the bot from running well, and say what to do')
    .option('--json', 'as one JSON object')
    .option(...CORPUS),
  run,
);

export interface DoctorFlags {
  readonly json?: boolean;
  readonly corpus?: string;
}

/**
 * `ibid doctor`: a line for each thing that was looked at, and what to do under those that are not as they should be. It changes nothing,
 * and needs neither a token nor a network. The exit code is 1 where something has failed; warnings are none.
 */
export async function run(flags: DoctorFlags, output: Output): Promise<number> {
  const findings: Finding[] = [];
  for await (const finding of examine(readUsableBotConfig(flags))) {
    findings.push(finding);
    if (!flags.json) output.write(renderFinding(finding));
  }
  const of = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  const isSound = of('failed') === 0;
  if (flags.json) output.write(JSON.stringify({ ok: isSound, findings }));
  else output.write(`${of('failed')} failed, ${counted(of('warning'), 'warning')}.`);
  return isSound ? 0 : 1;
}

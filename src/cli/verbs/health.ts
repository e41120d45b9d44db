import { Command } from 'commander';
import { archiveFolderAsWas } from '../../data-folder.ts';
import { type Places, readPlaces } from '../../environment.ts';
import { type AskedBot, askHealth } from '../../monitoring/ask-health.ts';
import { isReady } from '../../monitoring/bot-state.ts';
import { botFinding } from '../doctor/bot-findings.ts';
import { type Finding, failed } from '../doctor/finding.ts';
import type { Output } from '../output.ts';
import { renderFinding } from '../terminal/finding.ts';
import { CORPUS, verb } from '../verb.ts';

export default verb(
  new Command('health')
    .description('ask the running bot whether it is alive, and ready to answer')
    .option('--ready', 'exit code 1 while it is not ready, too')
    .option('--json', 'as one JSON object')
    .option(...CORPUS),
  run,
);

export interface HealthFlags {
  readonly ready?: boolean;
  readonly json?: boolean;
  readonly corpus?: string;
}

/**
 * `ibid health`: a line for each process that has the archive open. The exit code is 0 where all of this machine (or container) are alive:
 * their event loops turn, and they answer within ten seconds; with `--ready` only where all of them are ready as well. Those of others
 * are shown, and count where none runs here. Settings are not checked, nor is the index opened: it is run twice a minute.
 */
export async function run(flags: HealthFlags, output: Output): Promise<number> {
  const places = readPlaces(flags);
  const folder = archiveFolderAsWas(places.data, places.corpus);
  const { asked, fault } = await askedIn(folder);
  const here = asked.filter(({ isHere }) => isHere);
  const judged = here.length > 0 ? here : asked;
  const isAlive = judged.length > 0 && judged.every((bot) => 'state' in bot);
  const areReady = isAlive && judged.every(isBotReady);
  if (flags.json) {
    const processes = asked.map((bot) => ({ ...bot, isReady: isBotReady(bot) }));
    output.write(JSON.stringify({ alive: isAlive, ready: areReady, processes, ...(fault && { fault }) }));
  } else {
    for (const finding of findingsOf(asked, places, fault)) output.write(renderFinding(finding));
  }
  return (flags.ready ? areReady : isAlive) ? 0 : 1;
}

function isBotReady(bot: AskedBot): boolean {
  return 'state' in bot && isReady(bot.state);
}

async function askedIn(folder: string): Promise<{ asked: AskedBot[]; fault?: string }> {
  try {
    return { asked: await askHealth(folder) };
  } catch (error) {
    return { asked: [], fault: (error as Error).message };
  }
}

function findingsOf(asked: readonly AskedBot[], { corpus, data }: Places, fault?: string): Finding[] {
  if (fault !== undefined)
    return [failed('bot', `can't be asked: ${fault}`, 'run ibid health as the user who runs the bot')];
  if (asked.length > 0) return asked.map((bot) => botFinding('bot', bot));
  const advice = 'ibid start; or set IBID_CORPUS and IBID_DATA to what the bot has';
  return [failed('bot', `none runs on the archive ${corpus} with the data folder ${data}`, advice)];
}

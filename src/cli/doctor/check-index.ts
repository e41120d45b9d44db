import { archiveFolder } from '../../data-folder.ts';
import { indexLocation } from '../../index/database/open-database.ts';
import type { EngineSettings } from '../../index/engines/engines.ts';
import { type IndexState, inspectIndex } from '../../index/inspect-index.ts';
import { textOfWriter, writerIn } from '../../index/writer-lease.ts';
import type { Writer } from '../../model/role.ts';

import { type AskedBot, askHealth } from '../../monitoring/ask-health.ts';
import { UsageError } from '../../usage-error.ts';
import { counted } from '../terminal/counted.ts';
import { botFinding } from './bot-findings.ts';
import { type Finding, failed, ok, warning } from './finding.ts';
import { processesWith } from './processes.ts';

export interface IndexCheck extends EngineSettings {
  readonly data: string;
  readonly corpus: string;
}

/** Whether there is an index, whether it is sound, what searches it, and who else has it open. */
export async function checkIndex(config: IndexCheck): Promise<Finding[]> {
  const folder = archiveFolder(config.data, config.corpus);
  const location = indexLocation(folder);
  try {
    const state = await inspectIndex(location, config);
    const processes = checkProcesses(processesWith(location), await askHealth(folder), writerIn(folder));
    return [indexFinding(state), ...processes];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [failed('index', error.message)];
  }
}

export function indexFinding({ state, reason, holds, isBeingWritten }: IndexState): Finding {
  if (state === 'complete' && holds) {
    const { articles, sentences, engine } = holds;
    const text = `${counted(articles, 'article')}, ${counted(sentences, 'sentence')}, engine ${engine}`;
    if (!isBeingWritten) return ok('index', text);
    return warning(
      'index',
      `${text}; another process is writing it`,
      'wait until it is done: answers are as of what it had written',
    );
  }
  if (state === 'none') return ok('index', 'none yet: the bot builds it when it first starts');
  if (state === 'earlier')
    return ok('index', 'of another version of Ibid: it answers while the bot builds the new one');
  if (state === 'partial')
    return warning(
      'index',
      'not all files have been read yet',
      'let the bot, or ibid ingest, come to its end',
    );
  if (state === 'corrupt')
    return warning(
      'index',
      `corrupt: ${reason}`,
      'ibid ingest, or the next start of the bot, builds it again',
    );
  if (isBeingWritten)
    return warning('index', `can't be looked at now: ${reason}`, 'wait until that process is done');
  return failed('index', `can't be opened: ${reason}`, 'see the lines on data and disk');
}

/**
 * `others`: the other processes that have the index open; `undefined` where the system doesn't say. `asked`: the bots that there are, as
 * they say themselves. `writer`: the process that follows the files.
 */
export function checkProcesses(
  others: ReturnType<typeof processesWith>,
  asked: readonly AskedBot[],
  writer?: Writer,
): Finding[] {
  const unasked = (others ?? []).filter(({ pid }) => !asked.some((bot) => bot.pid === pid));
  const silent = unasked.filter(({ words }) => words.includes('start'));
  const bots = [...asked, ...silent].map(({ pid }) => pid);
  return [
    ...asked.map((bot) => botFinding('processes', bot)),
    ...silent.map(({ pid }) =>
      ok('processes', `process ${pid} is a bot that has just begun, or an older one`),
    ),
    ...followedBy(bots, writer),
    ...otherCommands(unasked.length - silent.length, bots.length),
  ];
}

function followedBy(bots: readonly number[], writer: Writer | undefined): Finding[] {
  if (writer) return [ok('processes', `${textOfWriter(writer)} follows the files`)];
  if (bots.length === 0) return [];
  const advice = 'start one with IBID_ROLE=all; a bot that is just starting will be it in a second';
  return [warning('processes', 'no process follows the files: what changes in them is not noticed', advice)];
}

function otherCommands(count: number, bots: number): Finding[] {
  if (count > 0) return [ok('processes', `${counted(count, 'other command')} of Ibid`)];
  return bots === 0 ? [ok('processes', 'no bot runs on this archive')] : [];
}

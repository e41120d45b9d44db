import { archiveFolder } from '../../data-folder.ts';
import { indexLocation } from '../../index/database/open-database.ts';
import type { EngineSettings } from '../../index/engines/engines.ts';
import { type IndexState, inspectIndex } from '../../index/inspect-index.ts';
import { textOfWriter, writerIn } from '../../index/writer-lease.ts';
import type { Writer } from '../../model/role.ts';
import { UsageError } from '../../usage-error.ts';
import { counted } from '../terminal/counted.ts';
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
    return [indexFinding(state), ...checkProcesses(processesWith(location), writerIn(folder))];
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
 * `others`: the other processes that have the index open; `undefined` where the system doesn't say. `writer`: the one that follows the files,
 * which may be in another container.
 */
export function checkProcesses(others: ReturnType<typeof processesWith>, writer?: Writer): Finding[] {
  const bots = (others ?? []).filter(({ words }) => words.includes('start'));
  const rest = (others ?? []).length - bots.length;
  const beside = [
    ...(bots.length > 0 ? [`${counted(bots.length, 'bot')} here`] : []),
    ...(rest > 0 ? [counted(rest, 'other command')] : []),
  ].join(' and ');
  if (writer) {
    const has = beside && `; the index is open in ${beside}`;
    return [ok('processes', `${textOfWriter(writer)} follows the files${has}`)];
  }
  if (bots.length > 0)
    return [
      warning(
        'processes',
        `the index is open in ${beside}, and none follows the files`,
        'start one with IBID_ROLE=all; a bot that is just starting will be it in a second',
      ),
    ];
  if (others === undefined) return [];
  return [
    ok('processes', beside ? `no bot; the index is open in ${beside}` : 'no other one has the index open'),
  ];
}

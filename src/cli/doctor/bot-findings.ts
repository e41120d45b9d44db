import type { AskedBot } from '../../monitoring/ask-health.ts';
import { isReady, stateText } from '../../monitoring/bot-state.ts';
import { type Finding, failed, ok, warning } from './finding.ts';

/** How a process that was asked is: `failed` where it doesn't answer, a warning where it is alive and not ready. */
export function botFinding(check: string, bot: AskedBot): Finding {
  const name = `process ${bot.pid}${bot.isHere ? '' : ' of another container or machine'}`;
  if ('fault' in bot) {
    const advice = `its log may say why; if it stays so: kill -9 ${bot.pid}, and start it again`;
    return failed(check, `${name}: ${bot.fault}`, advice);
  }
  const text = `${name}: ${stateText(bot.state)}`;
  if (isReady(bot.state)) return ok(check, text);
  const advice = bot.state.archive.isOpen
    ? 'wait: it connects by itself; ibid doctor says whether Discord can be reached'
    : 'wait: it answers once all files have been read; it is alive';
  return warning(check, text, advice);
}

import type { Answer } from '../../model/answer.ts';
import type { Messages } from '../messages/messages.ts';

/** What was searched and how long it took. */
export function footerOf({ articles, took_ms }: Answer, { answer }: Messages): string[] {
  return [answer.searched(articles), answer.seconds((took_ms / 1_000).toFixed(took_ms < 10 ? 3 : 2))];
}

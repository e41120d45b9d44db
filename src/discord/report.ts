import type { AnswerStatus } from '../model/answer.ts';

/** What the bot tells of what happens, in plain data: never who asked, what, or where. */
export type DiscordReport =
  | {
      readonly kind: 'interaction';
      readonly type: 'command' | 'suggestion' | 'button' | 'other';
      /** The English name of the command or button; `other` where there is none of the name any more. */
      readonly name: string;
      readonly outcome: Outcome;
      readonly seconds: number;
    }
  /** Discord has answered a request. */
  | { readonly kind: 'response'; readonly status: number };

/** What became of an interaction. */
export type Outcome =
  /** It was answered; of a question, whether the archive answers it. */
  | AnswerStatus
  | 'done'
  /** What was typed can't be used, and the line that was answered says why. */
  | 'input-error'
  /** The archive could not answer: its thread crashed, or its index is corrupt. */
  | 'unavailable'
  | 'failed'
  | RefusalReason;

export const REFUSALS = ['slow-down', 'busy', 'stopping', 'outside', 'reading', 'empty'] as const;

/** Why an interaction wasn't looked at: too many, the fence, or no archive to answer from. */
export type RefusalReason = (typeof REFUSALS)[number];

/** One connection to Discord's gateway. */
export interface ShardState {
  readonly shard: number;
  readonly isConnected: boolean;
}

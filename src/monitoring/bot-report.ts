import type { DiscordReport } from '../discord/report.ts';

/** What happens in a running bot, in plain data: never who asked or what, nor which feed or article. */
export type BotReport =
  | DiscordReport
  /** What the archive holds now. */
  | { readonly kind: 'archive'; readonly articles: number; readonly sentences: number }
  /** The files were looked at, and the index made to agree with them. */
  | { readonly kind: 'sync'; readonly outcome: 'done' | 'failed' }
  /** The archive's thread has crashed, and is started again. */
  | { readonly kind: 'crash' }
  /** A feed was looked at. */
  | {
      readonly kind: 'feed';
      readonly outcome: 'read' | 'not-modified' | 'refused';
      readonly stored: number;
      readonly refused: number;
    }
  /** No feed could be looked at. */
  | { readonly kind: 'feeds-failed' };

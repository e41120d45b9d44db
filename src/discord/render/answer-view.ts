import type { PageRequest } from '../buttons/page-request.ts';
import type { Messages } from '../messages/messages.ts';

/** Who asked what, and which page of the answer is to be shown. */
export interface AnswerView {
  readonly request: PageRequest;
  readonly messages: Messages;
  readonly ephemeral: boolean;
  /** Who may delete the answer, beside moderators. */
  readonly userId: string;
  /** Place of the first citation that is shown, counted from 0. */
  readonly offset: number;
  /** Pages need the question in the message; what a message says (Find sources) isn't in it. */
  readonly paged: boolean;
  readonly heading: string;
}

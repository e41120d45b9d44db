import { QUESTION_KINDS } from '../../model/query.js';
export const VERBS = QUESTION_KINDS.map((kind) => `/${kind}`);
/** What can be typed. */
export const HELP = `A verb and what to look for, or a question in your own words:
  /where Ma'asaran
  Who entered Ma'asaran?
Verbs: ${VERBS.join(' ')}`;

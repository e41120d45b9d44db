/** What was asked, read against the archive. */
export const QUESTION_KINDS = ['who', 'what', 'where', 'when', 'why', 'how-many', 'ask'];
export const NAME_TYPES = ['person', 'place', 'organisation', 'other'];

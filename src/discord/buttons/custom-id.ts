/**
 * All that a button needs to know, in the 100 characters that Discord keeps for it: nothing is stored on our side, so
 * that buttons work after a restart and for as long as the message stands.
 */
export interface ButtonId {
  /** Which file of `buttons/` acts. */
  readonly action: string;
  readonly parts: readonly string[];
}

const MAX_ID_LENGTH = 100; // UTF-16 units

/** Returns the custom id of a button; `undefined` where it is too long: then there is no such button. */
export function customId(action: string, ...parts: readonly (string | number)[]): string | undefined {
  const id = [action, ...parts].map((part) => String(part).replace(/[|\\]/g, '\\$&')).join('|');
  return id.length <= MAX_ID_LENGTH ? id : undefined;
}

/** Reads a custom id back; of one that `customId` did not make, whatever comes of it. */
export function readCustomId(id: string): ButtonId {
  const [action = '', ...parts] = (id.match(/(?:^|\|)((?:\\.|[^|\\])*)/gs) ?? []).map((part) =>
    part.replace(/^\|/, '').replace(/\\(.)/gs, '$1'),
  );
  return { action, parts };
}

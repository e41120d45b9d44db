/**
 * All that a button needs to know, in the 100 characters that Discord keeps for it: nothing is stored on our side, so
 * that buttons work after a restart and for as long as the message stands.
 */
export interface ButtonId {
  /** Which file of `buttons/` acts. */
  readonly action: string;
  readonly parts: readonly string[];
}

const LONGEST = 100;

/** `undefined` where it doesn't fit: then there is no such button. */
export function customId(action: string, ...parts: readonly (string | number)[]): string | undefined {
  const id = [action, ...parts].map((part) => String(part).replace(/[|\\]/g, '\\$&')).join('|');
  return id.length <= LONGEST ? id : undefined;
}

export function readCustomId(id: string): ButtonId {
  const [action = '', ...parts] = (id.match(/(?:^|\|)((?:\\.|[^|\\])*)/gs) ?? []).map((part) =>
    part.replace(/^\|/, '').replace(/\\(.)/gs, '$1'),
  );
  return { action, parts };
}

const MAX_ID_LENGTH = 100; // UTF-16 units
/** Returns the custom id of a button; `undefined` where it is too long: then there is no such button. */
export function customId(action, ...parts) {
    const id = [action, ...parts].map((part) => String(part).replace(/[|\\]/g, '\\$&')).join('|');
    return id.length <= MAX_ID_LENGTH ? id : undefined;
}
/** Reads a custom id back; of one that `customId` did not make, whatever comes of it. */
export function readCustomId(id) {
    const [action = '', ...parts] = (id.match(/(?:^|\|)((?:\\.|[^|\\])*)/gs) ?? []).map((part) => part.replace(/^\|/, '').replace(/\\(.)/gs, '$1'));
    return { action, parts };
}

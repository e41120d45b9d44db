/**
 * Text of articles, file names and questions is written by strangers: on a terminal its control characters could
 * move the cursor, hide words or set the clipboard. They are shown, not sent. Line breaks become spaces.
 */
export function visible(text) {
    return text.replace(BREAK, ' ').replace(CONTROL, picture);
}
/** NEL, LS and PS break lines in some terminals as well. */
const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/g;
/** C0 but tab, DEL, C1, and the marks that turn the direction of what follows (embeddings, overrides, isolates). */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
function picture(character) {
    const code = character.charCodeAt(0);
    if (code < 0x20)
        return String.fromCharCode(0x2400 + code); // Unicode's Control Pictures: ␛ for ESC
    return code === 0x7f ? '␡' : '\ufffd';
}

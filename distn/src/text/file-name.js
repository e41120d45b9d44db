/** Most file systems take 255 bytes; a number and an extension follow. */
const MAX_BYTES = 120;
/** Devices to Windows, whatever follows after a dot, also as folders. Superscript digits count as digits. */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])$/u;
/**
 * Makes a name of a file or folder, without extension, from a title: letters and digits of any script in lower case, with
 * hyphens between, cut after whole words. Nothing of the title can lead to another folder, hide the file, or change how
 * its name is read. A title without letters and digits becomes `fallback`; a name that Windows reserves begins with it.
 */
export function fileNameOf(title, fallback = 'article') {
    const name = title
        .slice(0, 4 * MAX_BYTES)
        .normalize('NFC')
        .toLowerCase()
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
        .replace(/^[-\p{M}]+|-$/gu, '');
    const kept = withinBytes(name, MAX_BYTES);
    return kept === '' || RESERVED.test(kept) ? `${fallback}${kept === '' ? '' : `-${kept}`}` : kept;
}
const CHARACTERS = new Intl.Segmenter();
/** Whole words; of a single word that is too long its first characters. */
function withinBytes(name, most) {
    let kept = '';
    let bytes = 0;
    for (const { segment } of CHARACTERS.segment(name)) {
        bytes += Buffer.byteLength(segment);
        if (bytes > most)
            return name[kept.length] === '-' ? kept : kept.replace(/-[^-]*$/u, '');
        kept += segment;
    }
    return kept;
}

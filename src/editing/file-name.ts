/** Most file systems take 255 bytes; a number and an extension follow. */
const LONGEST_BYTES = 120;

/** Devices to Windows, whatever follows after a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * A file's name, without extension, made from a title: letters and digits of any script, with hyphens between. Nothing of
 * the title can lead to another folder, hide the file, or change how its name is read.
 */
export function fileNameOf(title: string): string {
  const name = title
    .slice(0, 4 * LONGEST_BYTES)
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const kept = withinBytes(name.replace(/^[-\p{M}]+/u, ''), LONGEST_BYTES).replace(/-$/u, '');
  return kept === '' || RESERVED.test(kept) ? `article${kept === '' ? '' : `-${kept}`}` : kept;
}

const CHARACTERS = new Intl.Segmenter();

function withinBytes(text: string, most: number): string {
  let kept = '';
  let bytes = 0;
  for (const { segment } of CHARACTERS.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > most) break;
    kept += segment;
  }
  return kept;
}

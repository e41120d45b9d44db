/** Text to bytes in an encoding that Node can only read: by asking the decoder what each byte or pair means. */
export function encode(text: string, encoding: string): Buffer {
  const bytesOf = tableOf(encoding);
  const bytes = [...text].flatMap((character) => {
    const known = bytesOf.get(character);
    if (!known) throw new Error(`${encoding} has no "${character}"`);
    return known;
  });
  return Buffer.from(bytes);
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const add = (bytes: number[]) => {
    // As a stream, because Node 20's windows-1252 is wrong otherwise.
    const character = new TextDecoder(encoding).decode(Uint8Array.from(bytes), { stream: true });
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
      table.set(character, bytes);
  };
  for (let first = 0; first < 256; first += 1) add([first]);
  for (let first = 0x81; first < 255; first += 1)
    for (let second = 0x40; second < 255; second += 1) add([first, second]);
  tables.set(encoding, table);
  return table;
}

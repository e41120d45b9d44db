import { createTarDecoder } from 'modern-tar';
import { streamBytes } from '../../decoding/bytes.js';
import { skipped } from '../skipped.js';
import { countEntry, counted, faultOfName, formatsOf, gunzipped, isWanted, itemsInside, OTHER_FILES, ofEntry, unpackingFlaw, unpackingOf, } from './archive-limits.js';
/** Reads the files of a tar archive that have a reader, in order. The id of an article is `archive.tgz/folder/name`. */
export async function* read(file) {
    const unpacking = await unpackingOf(file);
    let wanted = 0;
    const others = skipped();
    let place = -1;
    let entry = '';
    let isTold = false;
    try {
        for await (const { header, body } of entriesOf(file, unpacking)) {
            place += 1;
            countEntry(unpacking);
            const { name } = header;
            entry = name;
            const fault = faultOfName(name);
            if (fault)
                yield { flaw: { severity: 'error', reason: fault } };
            if (!fault && header.type === 'file' && isWanted(name, formatsOf(file))) {
                wanted += 1;
                const open = opener(file, unpacking, place, { header, body });
                const path = `${file.path}/${name.replace(/^(?:\.\/)+/u, '')}`;
                for await (const item of itemsInside(file, open, path, unpacking))
                    yield ofEntry(item, name, path);
                isTold = unpacking.used.refused;
                if (isTold)
                    return;
            }
            if (!fault && header.type === 'file' && !isWanted(name, formatsOf(file)))
                others.count(OTHER_FILES);
            if (!body.locked)
                await drained(body.getReader());
        }
        yield* others.items();
        if (wanted === 0)
            yield { flaw: { severity: 'warning', reason: 'holds no file that Ibid reads' } };
    }
    catch (error) {
        // Leaving an archive that was refused fails once more.
        if (isTold)
            return;
        // What goes wrong here does so in the last entry that was seen, or after it.
        const where = entry === '' ? '' : `: at ${entry}`;
        const flaw = unpackingFlaw(error, notValid);
        yield { flaw: { ...flaw, reason: `${flaw.reason}${where}` } };
    }
}
/** A larger entry is not held in memory while it is read. */
const MAX_HELD_BYTES = 16 * 1024 * 1024;
/**
 * A tar goes past once, and some readers read twice, to find out an encoding or a format. So an entry is held; one too
 * large for that has the archive read again up to it, which counts as unpacking.
 */
function opener(file, unpacking, place, { header, body }) {
    let isTaken = false;
    if (header.size <= MAX_HELD_BYTES) {
        let held;
        return async function* () {
            if (!held) {
                held = [];
                for await (const chunk of buffersOf(body))
                    held.push(chunk);
            }
            yield* held;
        };
    }
    return () => {
        if (isTaken)
            return entryAt(file, unpacking, place);
        isTaken = true;
        return buffersOf(body);
    };
}
async function* entryAt(file, unpacking, place) {
    let at = 0;
    const again = counted(streamBytes(file), unpacking);
    for await (const { body } of entriesOf({ ...file, open: () => again }, unpacking)) {
        if (at === place) {
            yield* buffersOf(body);
            return;
        }
        await drained(body.getReader());
        at += 1;
    }
}
function entriesOf(file, unpacking) {
    const bytes = /gz$/iu.test(file.path) ? gunzipped(streamBytes(file), unpacking) : streamBytes(file);
    return ReadableStream.from(bytes).pipeThrough(createTarDecoder({ strict: true }));
}
async function* buffersOf(body) {
    const reader = body.getReader();
    try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
            yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
        }
    }
    finally {
        await drained(reader);
    }
}
/** To the end of an entry: where one is cancelled instead, those after it may never come. */
async function drained(reader) {
    while (!(await reader.read()).done)
        ;
}
function notValid(message) {
    return `not a valid tar archive: ${message}`;
}

import { Parser } from 'htmlparser2';
import { UnreadableFileError } from '../unreadable.js';
/** The parser moves its list of open elements at each new one. Books and documents nest some dozens. */
const MAX_DEPTH = 5_000;
/** Parses XML or HTML without building a tree. Throws an `UnreadableFileError` where it is nested too deeply. */
export function parseMarkup(markup, handlers, { xml }) {
    let depth = 0;
    const parser = new Parser({
        ...handlers,
        onopentag(...tag) {
            depth += 1;
            if (depth > MAX_DEPTH)
                throw new UnreadableFileError(`elements nested over ${MAX_DEPTH.toLocaleString('en-US')} deep`);
            handlers.onopentag?.(...tag);
        },
        onclosetag(...tag) {
            depth -= 1;
            handlers.onclosetag?.(...tag);
        },
    }, { xmlMode: xml, decodeEntities: true, lowerCaseTags: !xml });
    parser.end(markup);
}

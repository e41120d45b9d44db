import { type Handler, Parser } from 'htmlparser2';
import { UnreadableFileError } from '../unreadable.ts';

/** The parser moves a list of all open elements at each new one. Books and documents nest some dozens. */
const DEEPEST = 5_000;

type Handlers = Partial<Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag'>>;

/** Goes through a markup without keeping a tree. Throws `Refused` where it is nested too deeply. */
export function parseMarkup(markup: string, handlers: Handlers, { xml }: { readonly xml: boolean }): void {
  let depth = 0;
  const parser = new Parser(
    {
      ...handlers,
      onopentag(...tag) {
        depth += 1;
        if (depth > DEEPEST)
          throw new UnreadableFileError(`elements nested over ${DEEPEST.toLocaleString('en-US')} deep`);
        handlers.onopentag?.(...tag);
      },
      onclosetag(...tag) {
        depth -= 1;
        handlers.onclosetag?.(...tag);
      },
    },
    { xmlMode: xml, decodeEntities: true, lowerCaseTags: !xml },
  );
  parser.end(markup);
}

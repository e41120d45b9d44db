import { fingerprint } from '../../text/fingerprint.ts';
import { renderArticle, renderTextPage } from '../render/article.ts';
import { notice } from '../render/reply.ts';
import type { Button } from './button.ts';
import { inPlace, isForeign } from './in-place.ts';

/**
 * Opens an article's text at a page (counted from 0), or where the cited sentence stands, which is marked: under a text another
 * page in its place, elsewhere beside the message.
 */
export const readArticle: Button = {
  opensMessage: (interaction) => !turnsPage(interaction.customId) || isForeign(interaction),
  async press(interaction, [key = '', turned = '', from = '', to = '', mark = ''], { archive, messages }) {
    const id = await archive.idByMark(key);
    const cited =
      from === '' ? undefined : { start: Number.parseInt(from, 36), end: Number.parseInt(to, 36) };
    const page = turned === '' ? undefined : Number.parseInt(turned, 36);
    const options = { ...(page !== undefined && { page }), ...(cited && { cited }) };
    const found = id === undefined ? undefined : await archive.read(id, options);
    const sentence = cited && id !== undefined ? await archive.context(id, cited) : undefined;
    const same =
      !cited || (sentence && fingerprint(sentence.article.text.slice(cited.start, cited.end), 6) === mark);
    if (!found || !same) return { effect: 'answer', reply: notice(messages.context.changed) };
    const details = found.page === 0 ? await archive.article(found.article.id) : undefined;
    const make = (ephemeral: boolean) => {
      const view = { messages, ephemeral, ...(cited && { cited: { ...cited, mark } }) };
      return details ? renderArticle(details, found, view) : renderTextPage(found, view);
    };
    return turnsPage(interaction.customId)
      ? inPlace(interaction, make)
      : { effect: 'answer', reply: make(true) };
  },
};

/** A button with a page stands under the text; the menu of a list and the context have others. */
function turnsPage(id: string): boolean {
  return id.startsWith('read|') && id.split('|')[2] !== '';
}

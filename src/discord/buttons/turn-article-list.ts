import { listArticles } from '../commands/list-articles.ts';
import { renderArticles } from '../render/articles.ts';
import { notice } from '../render/reply.ts';
import type { Button } from './button.ts';
import { inPlace, isForeign } from './in-place.ts';
import { headOfMessage } from './message-text.ts';
import { readFilter, readPlace } from './page-request.ts';

/** Another page of articles, or those of another publisher or month. */
export const turnArticleList: Button = {
  opensMessage: isForeign,
  async press(interaction, [page = '0', place = '', ...filtered], { archive, messages }) {
    const about = place === '' ? undefined : readPlace(place, headOfMessage(interaction.message));
    const publishers = (await archive.status()).publishers.map(({ name }) => name);
    const filter = readFilter(filtered, publishers);
    if ((place !== '' && about === undefined) || !filter)
      return { effect: 'answer', reply: notice(messages.errors.expired) };
    const list = await listArticles(archive, { about, filter, page: Number(page) || 0 });
    return inPlace(interaction, (ephemeral) => renderArticles(list, { messages, ephemeral }));
  },
};

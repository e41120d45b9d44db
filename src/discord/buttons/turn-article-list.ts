import { listArticles } from '../commands/list-articles.ts';
import { renderArticles } from '../render/articles.ts';
import { notice } from '../render/reply.ts';
import type { Button } from './button.ts';
import { inPlace, isForeign } from './in-place.ts';
import { readPlace } from './page-request.ts';

/** Another page of articles. */
export const turnArticleList: Button = {
  opensMessage: isForeign,
  async press(interaction, [page = '0', place = ''], { archive, messages }) {
    const about = place === '' ? undefined : readPlace(place, interaction.message.content);
    if (place !== '' && about === undefined)
      return { effect: 'answer', reply: notice(messages.errors.expired) };
    const list = await listArticles(archive, Number(page) || 0, about);
    return inPlace(interaction, (ephemeral) => renderArticles(list, { about, messages, ephemeral }));
  },
};

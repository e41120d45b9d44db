import { listArticles } from '../commands/list-articles.ts';
import { inPlace } from '../in-place.ts';
import { renderArticles } from '../render/articles.ts';
import { notice } from '../render/reply.ts';
import type { Press } from './button.ts';
import { readPlace } from './page-request.ts';

/** Another page of articles. */
export const articles: Press = async (interaction, [page = '0', place = ''], { archive, messages }) => {
  const about = place === '' ? undefined : readPlace(place, interaction.message.content);
  if (place !== '' && about === undefined)
    return { effect: 'answer', reply: notice(messages.errors.expired) };
  const found = await listArticles(archive, Number(page) || 0, about);
  return inPlace(interaction, (ephemeral) => renderArticles(found, { about, messages, ephemeral }));
};

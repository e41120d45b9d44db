import { listArticles } from '../commands/list-articles.js';
import { renderArticles } from '../render/articles.js';
import { notice } from '../render/reply.js';
import { inPlace, isForeign } from './in-place.js';
import { readPlace } from './page-request.js';
/** Another page of articles. */
export const turnArticleList = {
    opensMessage: isForeign,
    async press(interaction, [page = '0', place = ''], { archive, messages }) {
        const about = place === '' ? undefined : readPlace(place, interaction.message.content);
        if (place !== '' && about === undefined)
            return { effect: 'answer', reply: notice(messages.errors.expired) };
        const list = await listArticles(archive, Number(page) || 0, about);
        return inPlace(interaction, (ephemeral) => renderArticles(list, { about, messages, ephemeral }));
    },
};

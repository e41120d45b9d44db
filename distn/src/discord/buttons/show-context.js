import { fingerprint } from '../../text/fingerprint.js';
import { renderContext } from '../render/context.js';
import { notice } from '../render/reply.js';
/** The sentence among its neighbours; where it doesn't stand there any more, that is said instead. */
export const showContext = {
    opensMessage: () => true,
    async press(_interaction, [key = '', from = '', to = '', mark], { archive, messages }) {
        const cited = { start: Number.parseInt(from, 36), end: Number.parseInt(to, 36) };
        const articleId = await archive.idByMark(key);
        const found = articleId === undefined ? undefined : await archive.context(articleId, cited);
        const same = found && fingerprint(found.article.text.slice(cited.start, cited.end), 6) === mark;
        return {
            effect: 'answer',
            reply: same ? renderContext(found, messages) : notice(messages.context.changed),
        };
    },
};

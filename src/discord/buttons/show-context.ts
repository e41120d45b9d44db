import { fingerprint } from '../../text/fingerprint.ts';
import { renderContext } from '../render/context.ts';
import { notice } from '../render/reply.ts';
import type { Button } from './button.ts';

/** The sentence among its neighbours; where it doesn't stand there any more, that is said instead. */
export const showContext: Button = {
  opensMessage: () => true,
  async press(_interaction, [key = '', from = '', to = '', mark, took, searched], { archive, messages }) {
    const cited = { start: Number.parseInt(from, 36), end: Number.parseInt(to, 36) };
    const articleId = await archive.idByMark(key);
    const found = articleId === undefined ? undefined : await archive.context(articleId, cited);
    const same = found && fingerprint(found.article.text.slice(cited.start, cited.end), 6) === mark;
    const effort =
      took && searched
        ? { tookMs: Number.parseInt(took, 36), articles: Number.parseInt(searched, 36) }
        : undefined;
    return {
      effect: 'answer',
      reply: same ? renderContext(found, messages, effort) : notice(messages.context.changed),
    };
  },
};

import type { Press } from './button.ts';
import { add } from './buttons/add.ts';
import { articles } from './buttons/articles.ts';
import { context } from './buttons/context.ts';
import { remove } from './buttons/delete.ts';
import { name } from './buttons/name.ts';
import { turnPage } from './buttons/page.ts';
import { removeArticle } from './buttons/remove.ts';

/** Every button, by the first part of its custom id. Messages of last year still name them: never rename one. */
export const BUTTONS: Readonly<Record<string, Press>> = {
  articles,
  context,
  delete: remove,
  name,
  more: turnPage('more'),
  back: turnPage('back'),
  add,
  remove: removeArticle,
};

import { add } from './add.ts';
import { articles } from './articles.ts';
import type { Press } from './button.ts';
import { context } from './context.ts';
import { remove } from './delete.ts';
import { name } from './name.ts';
import { turnPage } from './page.ts';
import { removeArticle } from './remove.ts';

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

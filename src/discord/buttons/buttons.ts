import { askName } from './ask-name.ts';
import type { Button } from './button.ts';
import { changeOrder } from './change-order.ts';
import { confirmAdd } from './confirm-add.ts';
import { confirmRemove } from './confirm-remove.ts';
import { deleteAnswer } from './delete-answer.ts';
import { readArticle } from './read-article.ts';
import { shareAnswer } from './share-answer.ts';
import { showContext } from './show-context.ts';
import { turnArticleList } from './turn-article-list.ts';
import { turnPage } from './turn-page.ts';

/** Every button, by the first part of its custom id. Messages of last year still name them: never rename one. */
export const BUTTONS: Readonly<Record<string, Button>> = {
  articles: turnArticleList,
  context: showContext,
  delete: deleteAnswer,
  name: askName,
  more: turnPage('more'),
  back: turnPage('back'),
  newest: changeOrder('newest'),
  best: changeOrder('best'),
  share: shareAnswer,
  read: readArticle,
  add: confirmAdd,
  remove: confirmRemove,
};

import { askName } from './ask-name.js';
import { confirmAdd } from './confirm-add.js';
import { confirmRemove } from './confirm-remove.js';
import { deleteAnswer } from './delete-answer.js';
import { showContext } from './show-context.js';
import { turnArticleList } from './turn-article-list.js';
import { turnPage } from './turn-page.js';
/** Every button, by the first part of its custom id. Messages of last year still name them: never rename one. */
export const BUTTONS = {
    articles: turnArticleList,
    context: showContext,
    delete: deleteAnswer,
    name: askName,
    more: turnPage('more'),
    back: turnPage('back'),
    add: confirmAdd,
    remove: confirmRemove,
};

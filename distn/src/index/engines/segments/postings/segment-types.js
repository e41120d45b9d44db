export const LEVELS = ['sentence', 'paragraph', 'article'];

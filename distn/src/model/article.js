/** Articles and what they are cut into. Offsets are UTF-16 units into `Article.text`, half-open, everywhere. */
export {};

// The one file of natural that is used; natural's own entry costs 0.9 s and 120 MB at start.
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

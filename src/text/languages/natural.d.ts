// The one file of natural that is used; natural's own entry costs 0.9 s and 120 MB at start.
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  type Step = (word: string) => string;
  const stemmer: Readonly<
    Record<'stem' | 'step1a' | 'step1b' | 'step1c' | 'step2' | 'step3' | 'step4' | 'step5a' | 'step5b', Step>
  >;
  export default stemmer;
}

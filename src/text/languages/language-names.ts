/** What a language is called in the language of a reader, by its code. */
export function namesOfLanguages(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (code) => names.of(code) ?? code;
}

/** Returns a function from a language code to the language's name in `locale`; the code itself where it has no name. */
export function namesOfLanguages(locale) {
    const names = new Intl.DisplayNames([locale], { type: 'language' });
    return (code) => names.of(code) ?? code;
}

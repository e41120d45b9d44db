import { de } from './de.js';
import { en } from './en.js';
import { esES } from './es-ES.js';
import { fr } from './fr.js';
import { ptBR } from './pt-BR.js';
import { ru } from './ru.js';
import { tr } from './tr.js';
import { uk } from './uk.js';
/** The languages but English, keyed by Discord's locale codes: https://discord.com/developers/docs/reference#locales */
export const TRANSLATIONS = {
    de,
    fr,
    'es-ES': esES,
    'es-419': esES,
    'pt-BR': ptBR,
    ru,
    tr,
    uk,
};
/** All languages by Discord's locale codes: what a translation lacks is in English. */
export const CATALOGUES = {
    'en-US': en,
    'en-GB': en,
    ...Object.fromEntries(Object.entries(TRANSLATIONS).map(([locale, translation]) => [locale, completed(en, translation)])),
};
/** Returns the catalogue of a locale; English where there is no translation. */
export function messagesFor(locale) {
    return CATALOGUES[locale] ?? en;
}
/** Returns one text in every language but English, as Discord takes name_localizations and description_localizations. */
export function localizations(pick) {
    return Object.fromEntries(Object.keys(TRANSLATIONS).map((locale) => [locale, pick(messagesFor(locale))]));
}
/** Fills in a translation: returns all texts of the English catalogue, in its order, translated where they are. */
export function completed(english, translation) {
    const translated = new Map(Object.entries(translation));
    const entries = Object.entries(english).map(([key, text]) => {
        const own = translated.get(key) ?? text;
        return [key, typeof text === 'object' ? completed(text, own) : own];
    });
    return Object.fromEntries(entries);
}

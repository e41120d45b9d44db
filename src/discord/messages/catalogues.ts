import { de } from './de.ts';
import { en } from './en.ts';
import { esES } from './es-ES.ts';
import { fr } from './fr.ts';
import type { Messages, Translation } from './messages.ts';
import { ptBR } from './pt-BR.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

/** The languages but English, keyed by Discord's locale codes: https://discord.com/developers/docs/reference#locales */
export const TRANSLATIONS: Readonly<Record<string, Translation>> = {
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
export const CATALOGUES: Readonly<Record<string, Messages>> = {
  'en-US': en,
  'en-GB': en,
  ...Object.fromEntries(
    Object.entries(TRANSLATIONS).map(([locale, translation]) => [locale, completed(en, translation)]),
  ),
};

/** Returns the catalogue of a locale; English where there is no translation. */
export function messagesFor(locale: string): Messages {
  return CATALOGUES[locale] ?? en;
}

/** Returns one text in every language but English, as Discord takes name_localizations and description_localizations. */
export function localizations(pick: (messages: Messages) => string): Record<string, string> {
  return Object.fromEntries(Object.keys(TRANSLATIONS).map((locale) => [locale, pick(messagesFor(locale))]));
}

/** Fills in a translation: returns all texts of the English catalogue, in its order, translated where they are. */
export function completed<T extends object>(english: T, translation: object): T {
  const translated = new Map<string, unknown>(Object.entries(translation));
  const entries = Object.entries(english).map(([key, text]) => {
    const own = translated.get(key) ?? text;
    return [key, typeof text === 'object' ? completed(text, own as object) : own];
  });
  return Object.fromEntries(entries) as T;
}

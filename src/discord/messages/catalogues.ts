import { de } from './de.ts';
import { en } from './en.ts';
import { esES } from './es-ES.ts';
import { fr } from './fr.ts';
import type { Messages } from './messages.ts';
import { ptBR } from './pt-BR.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

/** Keyed by Discord's locale codes: https://discord.com/developers/docs/reference#locales */
export const CATALOGUES: Readonly<Record<string, Messages>> = {
  'en-US': en,
  'en-GB': en,
  de,
  fr,
  'es-ES': esES,
  'es-419': esES,
  'pt-BR': ptBR,
  ru,
  tr,
  uk,
};

/** English where there is no translation. */
export function messagesFor(locale: string): Messages {
  return CATALOGUES[locale] ?? en;
}

/** One text in every language but English, as Discord wants name_localizations and description_localizations. */
export function localizations(pick: (messages: Messages) => string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(CATALOGUES)
      .filter(([, messages]) => messages !== en)
      .map(([locale, messages]) => [locale, pick(messages)]),
  );
}

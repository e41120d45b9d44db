import type { en } from './en.ts';

/** The texts of a catalogue, with functions for those that names or numbers stand in. */
type TextsOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : TextsOf<T[K]>;
};

type Partially<T> = {
  readonly [K in keyof T]?: T[K] extends string | ((...values: never) => string) ? T[K] : Partially<T[K]>;
};

/** All that Ibid says in one language: what English says. */
export type Messages = TextsOf<typeof en>;

/** A language but English. What it lacks is said in English; a test lists what that is. */
export type Translation = Partially<Messages> & Pick<Messages, 'locale'>;

/** How a command or an option is called and described. */
export interface Named {
  readonly name: string;
  readonly description: string;
}

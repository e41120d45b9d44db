/** Why a file isn't taken, or nothing more of it: the words of a `Flaw`. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

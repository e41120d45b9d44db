/** Something the user can put right: shown as it stands, without a stack, and the exit code is 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** Something the user can put right: shown as it stands, without a stack, and the exit code is 2. */
export class UsageError extends Error {
    name = 'UsageError';
}

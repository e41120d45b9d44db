/** Something that the one who asks can put right: the message is for them, in their language. */
export class InputError extends Error {
    name = 'InputError';
}

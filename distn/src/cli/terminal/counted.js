/** `1 article`, `2 articles`, `19,043 articles`. */
export function counted(count, noun) {
    return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

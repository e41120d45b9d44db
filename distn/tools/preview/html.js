/** Makes an element: `true` is an attribute without a value, `false` and `undefined` are left out; strings become text. */
export function element(name, attributes = {}, ...children) {
    const shown = Object.entries(attributes).map(([key, value]) => attribute(key, value));
    const inner = joined(children).html;
    return { html: `<${name}${shown.join('')}>${VOID.has(name) ? '' : `${inner}</${name}>`}` };
}
/** Puts pieces one after the other; strings become text. */
export function joined(parts) {
    return { html: parts.map((part) => (typeof part === 'string' ? escaped(part) : part.html)).join('') };
}
const VOID = new Set(['br', 'meta']);
function attribute(name, value) {
    if (value === undefined || value === false)
        return '';
    return value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function escaped(text) {
    return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

/** A piece of HTML. Only `element` and `joined` make one, so that whatever comes from outside has been escaped. */
export interface Html {
  readonly html: string;
}

type Value = string | number | boolean | undefined;

/** Makes an element: `true` is an attribute without a value, `false` and `undefined` are left out; strings become text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly (Html | string)[]
): Html {
  const shown = Object.entries(attributes).map(([key, value]) => attribute(key, value));
  const inner = joined(children).html;
  return { html: `<${name}${shown.join('')}>${VOID.has(name) ? '' : `${inner}</${name}>`}` };
}

/** Puts pieces one after the other; strings become text. */
export function joined(parts: readonly (Html | string)[]): Html {
  return { html: parts.map((part) => (typeof part === 'string' ? escaped(part) : part.html)).join('') };
}

const VOID: ReadonlySet<string> = new Set(['br', 'meta']);

function attribute(name: string, value: Value): string {
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

import { hasUserInfo } from '../../answer/page-url.ts';

/** Discord's limit for the address of a button; longer ones are shown without the passage. */
const MAX_URL_LENGTH = 512;
/** Words at either end of the passage that the browser looks for. */
const WORDS = 5;

/**
 * The address of an article, opened at the very passage: a text fragment `#:~:text=start,end`
 * (https://wicg.github.io/scroll-to-text-fragment/). `undefined` where the address isn't one of the web, or
 * has a user name in it.
 */
export function passageUrl(url: string, quote: string): string | undefined {
  const address = webAddress(url);
  if (!address) return undefined;
  const words = quote.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return address.length <= MAX_URL_LENGTH ? address : undefined;
  const parts =
    words.length <= 2 * WORDS
      ? [words.join(' ')]
      : [words.slice(0, WORDS).join(' '), words.slice(-WORDS).join(' ')];
  const fragment = `${address.includes('#') ? '' : '#'}:~:text=${parts.map(encoded).join(',')}`;
  const whole = address + fragment;
  if (whole.length <= MAX_URL_LENGTH) return whole;
  return address.length <= MAX_URL_LENGTH ? address : undefined;
}

/**
 * Without the article's own text fragment, for there can be but one; and with nothing that RFC 3986 wants encoded but
 * browsers leave as it is, since Discord's buttons take URIs only, nor a sign that would end a markdown link.
 */
function webAddress(url: string): string | undefined {
  if (!URL.canParse(url) || hasUserInfo(url)) return undefined;
  const parts = /^(https?:\/\/[^/]*)([^#]*)#?(.*)$/.exec(new URL(url).href);
  if (!parts) return undefined;
  const [, origin = '', page = '', hash = ''] = parts;
  const fragment = strict(hash.replace(/:~:.*$/, ''));
  return `${origin}${strict(page)}${fragment === '' ? '' : `#${fragment}`}`;
}

function strict(part: string): string {
  return part.replace(/%(?![\dA-F]{2})|[^\w.~:/?@!$&'*+,;=%-]/gi, percent);
}

/** Commas and ampersands part the directive, a dash marks its context: all three are written out. */
function encoded(words: string): string {
  return encodeURIComponent(words.toWellFormed()).replace(/[-!'()*~_.]/g, (sign) =>
    sign === '_' || sign === '.' || sign === '~' ? sign : percent(sign),
  );
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

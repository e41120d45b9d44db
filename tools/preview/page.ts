import { createHash } from 'node:crypto';
import { element, type Html, joined } from './html.ts';
import { type Exchange, messageHtml } from './message.ts';
import type { Reading } from './reading.ts';
import { STYLE } from './style.ts';

/**
 * One HTML file that needs nothing else: `script` defines the elements. The page's own policy lets only this script run
 * and nothing be loaded, so that it works from disk, and that no text of an article could do anything in it.
 */
export function previewPage(exchanges: readonly Exchange[], reading: Reading, script: string): string {
  const safe = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(safe).digest('base64')}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
  ].join('; ');
  const messages = exchanges.map((exchange) => messageHtml(exchange, reading));
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('title', {}, 'Ibid in Discord'),
    own('style', STYLE),
    own('script', safe),
  );
  const body = element('body', {}, element('discord-messages', {}, ...messages));
  const page = joined([head, '\n', body]);
  return `<!doctype html>\n${element('html', { lang: reading.locale }, page).html}\n`;
}

/** Code of ours, which HTML does not unescape. */
function own(name: 'style' | 'script', code: string): Html {
  return { html: `<${name}>${code}</${name}>` };
}

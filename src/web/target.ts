import { isIP } from 'node:net';
import { isSameAddress, specialRangeOf } from './addresses.ts';
import { Refusal } from './refusal.ts';

/** Hosts of one's own that may be fetched from: their addresses and ports are not looked at. */
export type AllowedHosts = readonly AllowedHost[];

export interface AllowedHost {
  /** A name, or an address without brackets. */
  readonly host: string;
  /** Only this one; undefined: those that are open on any host. */
  readonly port: number | undefined;
}

/** `wiki.local`, `127.0.0.1:8080`, `[::1]:8080`; an address also allows the names that lead to it. */
export function allowedHost(entry: string): AllowedHost {
  if (isIP(entry) === 6) return { host: entry, port: undefined };
  const [, host = '', port] = entry.match(/^(.*?)(?::(\d+))?$/u) ?? [];
  return { host: bare(hostnameOf(host)), port: port === undefined ? undefined : Number(port) };
}

/** As addresses have it: small letters, names in Punycode. */
function hostnameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
}

/**
 * The address that somebody typed, as browsers show it: of `example.com/x` it is https://example.com/x. What begins with another
 * scheme, or with no host, stays as it is, and is refused.
 */
export function typedAddress(typed: string): string {
  const text = typed.trim();
  return BARE.test(text) ? `https://${text}` : text;
}

/** A name with a dot or an address in brackets, a port, and the end or a path; without a user name. */
const BARE = /^(?:[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\.?|\[[\da-f:.]{2,45}\])(?::\d{1,5})?(?:[/?#]|$)/iu;

/** Those of the web, and their usual stand-ins. */
const PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** What most servers take at most; the sitemap protocol says 2,048. */
const LONGEST = 2_048;

/** The address, if it is one that may be asked for; throws a `Refusal`. A name's addresses are checked on connecting. */
export function targetOf(typed: string | URL, allowed: AllowedHosts): URL {
  const url = URL.canParse(String(typed)) ? new URL(typed) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    const what = url === undefined ? 'it is no address' : `it begins with ${url.protocol.slice(0, 20)}`;
    throw new Refusal('not-web', `not an http(s) address: ${what}`);
  }
  if (url.href.length > LONGEST) throw new Refusal('not-web', `an address of over ${LONGEST} characters`);
  if (url.username !== '' || url.password !== '') {
    throw new Refusal('credentials', 'an address with a user name or a password in it');
  }
  url.hash = '';
  if (isAllowed(url, allowed)) return url;
  // A name may turn out to lead to an address that is allowed with this port.
  const mayLead = allowed.some((one) => isIP(one.host) !== 0 && hasPort(one, url));
  if (!PORTS.has(portOf(url)) && !mayLead) throw wrongPort(url);
  // The URL standard has made dotted decimals of 2130706433, 0x7f.1 and 0177.0.0.1.
  if (isIP(bare(url.hostname)) !== 0) checkAddress(bare(url.hostname), url, allowed);
  return url;
}

/** Throws a `Refusal` for an address of the host, unless it is public or allowed. */
export function checkAddress(address: string, url: URL, allowed: AllowedHosts): void {
  if (isAllowed(url, allowed)) return;
  if (allowed.some((one) => isSameAddress(one.host, address) && hasPort(one, url))) return;
  const range = specialRangeOf(address);
  if (range !== undefined) {
    throw new Refusal('not-public', `${url.hostname} is not on the public internet (${wordsOf(range)})`);
  }
  if (!PORTS.has(portOf(url))) throw wrongPort(url);
}

function wrongPort(url: URL): Refusal {
  return new Refusal('port', `port ${portOf(url)} is not one of the web`);
}

/** The host is in the list, under the very name that stands in the address. */
export function isAllowed(url: URL, allowed: AllowedHosts): boolean {
  return allowed.some((one) => one.host === bare(url.hostname) && hasPort(one, url));
}

function hasPort({ port }: AllowedHost, url: URL): boolean {
  return port === undefined ? PORTS.has(portOf(url)) : port === portOf(url);
}

export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/gu, '');
}

/** `linkLocal` -> `link local`. */
function wordsOf(range: string): string {
  return range.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}

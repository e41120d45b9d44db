import { type FetcherOptions, type FetchOptions, openFetcher } from '../../src/web/fetcher.ts';
import type { Lookup } from '../../src/web/request.ts';
import { patientClock, type Site } from './site.ts';

export const PAGE = '<p>The bridge of Tarmila reopened.</p>';

/** A fetcher to which these sites are its own network, and which waits for nothing. */
export function fetcherFor(sites: readonly Site[], options: FetcherOptions = {}) {
  return openFetcher({ allowHosts: sites.map(({ host }) => host), clock: patientClock(), ...options });
}

/** `code: why`, or the text that came. */
export async function outcome(
  address: string,
  fetcher = openFetcher(),
  options: FetchOptions = {},
): Promise<string> {
  const fetched = await fetcher.fetch(address, options);
  if (fetched.status === 'not-modified') return fetched.status;
  if (fetched.status === 'refused') return `${fetched.refusal.code}: ${fetched.refusal.message}`;
  return fetched.bytes.toString();
}

/** Every name is at these addresses: the first list the first time, then the next; the last one stays. */
export function names(...answers: readonly (readonly string[])[]): Lookup & { asked: string[] } {
  const asked: string[] = [];
  const lookup: Lookup = (host, _options, done) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(host);
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return Object.assign(lookup, { asked });
}

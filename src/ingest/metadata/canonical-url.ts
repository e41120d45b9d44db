/** An address without what differs between links to one page: protocol, www., parameters that trace readers, anchor. */
export function canonicalUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, port, pathname, searchParams } = new URL(url);
  if (hostname === '') return undefined;
  const parameters = [...searchParams]
    .filter(([name]) => !TRACING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const host = hostname.replace(/^(?:www|m|amp)\./, '') + (port && `:${port}`);
  const path = pathname.replace(/\/(?:amp\/?)?$/, '');
  return `${host}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

/** Of the analytics and mailing services whose addresses are shared most. */
const TRACING = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|at_.*)$/i;

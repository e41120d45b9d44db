/** Whether an address has a user name or a password in it: `https://paper.example@evil.example/` leads to the last of them. */
export function hasUserInfo(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}

/** The address of a page of a document: `#page=n` (RFC 8118, section 3), in place of what the address had of its own. */
export function pageUrl(url: string, page: number | undefined): string {
  return page === undefined ? url : `${url.replace(/#.*$/su, '')}#page=${page}`;
}

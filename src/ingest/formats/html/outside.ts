import type { Element, HtmlPage } from './dom.ts';

/** Words of ids and classes, in the conventions of content systems, that mark what isn't of the page's own article. */
const OUTSIDE_WORDS: ReadonlySet<string> = new Set(
  (
    'related recommended recommendations recommendation recirc recirculation trending mostread mostpopular popular ' +
    'readmore readnext teaser teasers comment comments commentlist respond disqus newsletter newsletters signup signin login ' +
    'register consent cookie cookies cookiebanner gdpr onetrust didomi usercentrics cookiebot quantcast truste ' +
    'masthead weather clock bio authorbio aboutauthor breadcrumb breadcrumbs outbrain taboola zergnet'
  ).split(' '),
);
/** Two of them that mean so together. */
const OUTSIDE_PAIRS =
  /(?:^| )(?:more (?:stories|news|articles|from)|most (?:read|popular|viewed)|read (?:more|next|also)|you (?:may|might)|also like|about author|author box|type video|video (?:player|embed)|player overlay|sign (?:up|in)|see also|privacy (?:banner|notice|dialog|popup|manager|center|overlay)|site (?:header|footer))(?: |$)/u;

const OUTSIDE_TAGS: ReadonlySet<string> = new Set('NAV ASIDE FOOTER DIALOG'.split(' '));
const OUTSIDE_ROLES: ReadonlySet<string> = new Set(
  'navigation complementary contentinfo dialog alertdialog search banner'.split(' '),
);

/** Whether an element says of itself that it stands beside the article: consent, newsletters, comments, other stories. */
export function isMarkedOutside(element: Element): boolean {
  if (OUTSIDE_TAGS.has(element.tagName) || OUTSIDE_ROLES.has(element.getAttribute('role') ?? '')) return true;
  return SIDEBAR.test(element.getAttribute('class') ?? '') || isMarkedFurniture(element);
}

/** By itself: "with-sidebar" and "sidebar-fixed" are layouts of what stands beside it. */
const SIDEBAR = /(?:^|\s)(?:side-?bar|(?:right|left)-?rail)(?:\s|$)/iu;

function isMarkedFurniture(element: Element): boolean {
  const names = namesOf(element);
  return names.split(' ').some((name) => OUTSIDE_WORDS.has(name)) || OUTSIDE_PAIRS.test(names);
}

/** The words of id and classes: "authorBio_2x" is "author bio 2x". Tags and categories are those of the story. */
export function namesOf(element: Element): string {
  return ['id', 'class', 'data-component', 'aria-label']
    .map((name) => element.getAttribute(name)?.slice(0, MAX_NAMES_LENGTH) ?? '')
    .flatMap((value) => value.split(/\s+/u))
    .filter((name) => !/^(?:tag|category|topic|no|has|with|is)[-_]/iu.test(name))
    .map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').replace(/[^\p{L}\p{N}]+/gu, ' '))
    .join(' ')
    .toLowerCase()
    .trim();
}

const MAX_NAMES_LENGTH = 500;

/** What the story stands in, as the page itself says. */
export const STORY = 'h1, main, [role="main"], [itemprop~="articleBody"]';

/** Whether an element stands beside the page's article, inside of what is marked so. */
export function isOutside(element: Element): boolean {
  for (let one: Element | null = element; one !== null && one.tagName !== 'BODY'; one = one.parentElement)
    if (isMarkedOutside(one) && one.querySelector(STORY) === null) return true;
  return false;
}

/** Takes out what is marked as furniture, whole elements, but for what holds the heading or most of the words. */
export function removeFurniture({ body }: HtmlPage): void {
  const marked = [...body.querySelectorAll('[id], [class], [role], dialog')].filter(
    (one) => !/^(?:MAIN|ARTICLE)$/u.test(one.tagName) && (isDialogue(one) || isMarkedFurniture(one)),
  );
  const all = proseIn(body);
  for (const element of marked.slice(0, MAX_MARKED)) {
    if (!body.contains(element) || element.querySelector(STORY) !== null) continue;
    if (isDialogue(element) || proseIn(element) <= all * MAX_SHARE) element.remove();
  }
}

/** Of a page's paragraphs: a layout may be called after what it leaves room for. */
const MAX_SHARE = 1 / 3;

function proseIn(element: Element): number {
  return [...element.querySelectorAll('p')].reduce((sum, { textContent }) => sum + textContent.length, 0);
}

/** Each is looked through: 20 times as many as the most on 70 news pages. */
const MAX_MARKED = 3000;

/** However long it is: consent texts are longer than many articles. */
function isDialogue(element: Element): boolean {
  if (element.tagName === 'DIALOG' || /^(?:alert)?dialog$/u.test(element.getAttribute('role') ?? ''))
    return true;
  return /(?:^| )(?:consent|cookies?|cookiebanner|gdpr|onetrust|didomi|usercentrics|cookiebot|quantcast|truste|privacy (?:banner|notice|dialog|popup|manager|center|overlay))(?: |$)/u.test(
    namesOf(element),
  );
}

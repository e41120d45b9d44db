import type { Filter } from '../../model/query.ts';
import { shortDays } from '../../text/dates/spoken-days.ts';
import { dayTag, escapeMarkdown, isolated, oneLine } from './markdown.ts';
import { shortened } from './sizes.ts';

/** `Harbour Post · 14 March 2021`: what was chosen of the archive, as Markdown; empty where all of it was. */
export function filterLine({ publisher, from, to }: Filter): string {
  const days = from !== undefined && to !== undefined ? daysOf({ from, to }) : openDays(from, to);
  return [
    ...(publisher === undefined ? [] : [escapeMarkdown(isolated(shortened(oneLine(publisher), 80)))]),
    ...(days === '' ? [] : [days]),
  ].join(' · ');
}

/** Days as Discord shows them, whole months and years as numbers; both ISO 8601 and inclusive. */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): string {
  const short = shortDays({ from, to });
  if (from === to) return dayTag(from);
  return short.includes('–') ? `${dayTag(from)} – ${dayTag(to)}` : escapeMarkdown(short);
}

function openDays(from: string | undefined, to: string | undefined): string {
  if (from === undefined && to === undefined) return '';
  return from === undefined ? `… – ${dayTag(to!)}` : `${dayTag(from)} – …`;
}

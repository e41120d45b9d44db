/** The name of a month, folded, of its abbreviation (AP Stylebook, Oxford Style Manual); `undefined` for any other word, and for "mar". */
export function monthOf(folded: string): string | undefined {
  return MONTHS.get(folded);
}

const MONTHS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jan: 'january',
    feb: 'february',
    apr: 'april',
    jun: 'june',
    jul: 'july',
    aug: 'august',
    sep: 'september',
    sept: 'september',
    oct: 'october',
    nov: 'november',
    dec: 'december',
  }),
);

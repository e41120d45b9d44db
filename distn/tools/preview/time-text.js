/** Discord's styles: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const STYLES = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    f: { dateStyle: 'long', timeStyle: 'short' },
    F: { dateStyle: 'full', timeStyle: 'short' },
};
/** `<t:seconds:style>` as people read it. */
export function timeText(seconds, style = 'f', { locale, now }) {
    const date = new Date(seconds * 1_000);
    if (Number.isNaN(date.getTime()))
        return String(seconds);
    if (style !== 'R')
        return new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES.f).format(date);
    const ago = Math.round(seconds - now.getTime() / 1_000);
    const [unit, size] = UNITS.find(([, length]) => Math.abs(ago) >= length) ?? ['second', 1];
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(ago / size), unit);
}
const UNITS = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
];

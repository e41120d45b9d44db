import { dateSpans } from '../text/dates/dates.js';
import { resolveDate } from '../text/dates/resolve-dates.js';
import { readFigure } from '../text/numbers/figures.js';
import { numberSpans } from '../text/numbers/numbers.js';
/** The counts and the dates that a question itself gives; dates that depend on a day of publication are none. */
export function figuresAndDays(text) {
    const dates = dateSpans(text);
    const figures = numberSpans(text)
        .filter(({ start, end }) => !dates.some((date) => date.start <= start && end <= date.end))
        .flatMap((span) => {
        const figure = readFigure(text, span);
        return figure ? [{ low: figure.low, high: figure.high }] : [];
    });
    const days = dates.flatMap(({ start, end }) => resolveDate(text.slice(start, end), undefined) ?? []);
    return { figures, days: days.map(({ from, to }) => ({ from, to })) };
}

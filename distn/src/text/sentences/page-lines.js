import { endOfList, labelsIn } from '../furniture/furniture.js';
/**
 * Ends of sentences at lines of a page that were run into one: `… at the scene| Print Tweet Views 729| Two cars`, `monitor|
 * AFP Friday 24 Oct 2014| Ten children`, `Tags ferry Norland| The ferry`.
 */
export function aroundPageLines(text) {
    const ends = labelsIn(text).flatMap((label) => {
        const end = label.heads === 'names' ? endOfList(text, label.end) : label.end;
        return label.heads === 'more' || end === undefined ? [label.start] : [label.start, end];
    });
    return ends.filter((at) => at > 0 && at < text.length);
}

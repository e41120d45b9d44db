import robotsParser from 'robots-parser';
import { Refusal } from './refusal.js';
/** The package is CommonJS, and its types speak of an ES module. */
const parse = robotsParser;
/** No robots.txt, no rule. */
export const NO_RULES = { allows: () => true, delayMs: 0 };
/** The parser keeps each rule once for each agent of its group: 500 KB can be written so that they make hundreds of millions. */
const MOST_RULES = 1_000_000;
/**
 * A pattern with `*` is compared at every place of the address: 500 KB of them with an address of 2,000 characters took
 * 1.2 s. This many steps take some 25 ms, and 500 patterns of 40 characters leave room for an address of 1,000.
 */
const MOST_STEPS = 20_000_000;
/** Crawl-delay is no part of RFC 9309, and some ask for an hour. */
const LONGEST_DELAY_MS = 30_000;
/** `address` is that of robots.txt; `agent` the product's name. */
export function rulesOf(address, text, agent) {
    const agents = text.match(/^[ \t]*user-agent/gimu)?.length ?? 0;
    const rules = text.match(/^[ \t]*(?:dis)?allow/gimu)?.length ?? 0;
    if (agents * rules > MOST_RULES) {
        throw new Refusal('robots', `robots.txt has too many rules: ${rules} for ${agents} agents`);
    }
    const patterns = text.match(/^[ \t]*(?:dis)?allow[^\r\n]*\*[^\r\n]*/gimu) ?? [];
    const length = patterns.reduce((sum, { length }) => sum + length, 0);
    const parsed = parse(address, text);
    return {
        allows(url) {
            if (length * url.href.length > MOST_STEPS) {
                throw new Refusal('robots', 'robots.txt has too many patterns for an address of this length');
            }
            return parsed.isAllowed(url.href, agent) !== false;
        },
        delayMs: Math.min(LONGEST_DELAY_MS, Math.max(0, (parsed.getCrawlDelay(agent) ?? 0) * 1000)),
    };
}

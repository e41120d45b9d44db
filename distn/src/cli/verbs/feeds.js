import { Command } from 'commander';
import { readFeedsConfig } from '../../config.js';
import { openArchiveFolder } from '../../data-folder.js';
import { UsageError } from '../../usage-error.js';
import { openWorld } from '../../web/feeds/open-feeds.js';
import { pass } from '../../web/feeds/poll-feeds.js';
import { counted } from '../terminal/counted.js';
import { visible } from '../terminal/visible.js';
import { CORPUS, verb } from '../verb.js';
export default verb(new Command('feeds')
    .description('fetch what is new in the feeds of feeds.txt or IBID_FEEDS')
    .option('--dry-run', 'say what is new, and fetch none of it')
    .option('--json', 'as one JSON object')
    .option(...CORPUS), run);
/**
 * `ibid feeds`: looks at every feed now and fetches the articles that are new; `--dry-run` says which ones they are. The
 * exit code is 1 where a feed or an article was refused.
 */
export async function run(flags, output) {
    const config = readFeedsConfig(flags);
    const { feeds } = config;
    if (feeds === undefined)
        throw new UsageError(`${config.corpus} is one file: feeds need a folder to write to`);
    const { dryRun = false, json = false } = flags;
    openArchiveFolder(config.data, config.corpus, (note) => output.warn(note));
    const world = openWorld({ ...config, ...feeds });
    const told = (report) => {
        if (!json)
            output.write(renderFeed(report));
    };
    const report = await pass(world, { dryRun, told });
    if (report.feeds.length + report.faults.length === 0)
        throw new UsageError(adviceFor(world.source));
    if (json)
        output.write(JSON.stringify(report));
    else
        output.write(renderSums(report, dryRun));
    const isRefused = ({ reason, articles }) => reason !== undefined || articles.some((one) => one.reason !== undefined);
    return report.faults.length > 0 || report.feeds.some(isRefused) ? 1 : 0;
}
/** What is set, made ready to fetch and to store. */
export function worldOf(flags, output) {
    const { corpus, data, feeds } = readFeedsConfig(flags);
    if (feeds === undefined)
        throw new UsageError(`${corpus} is one file: a folder is needed to write to`);
    openArchiveFolder(data, corpus, (note) => output.warn(note));
    return openWorld({ corpus, data, ...feeds });
}
function adviceFor(source) {
    const where = 'file' in source ? source.file : 'IBID_FEEDS';
    return `${where} lists no feed: write the addresses of feeds (RSS, Atom, JSON Feed) into it, one a line`;
}
export function renderFeed({ feed, outcome, reason, articles }) {
    const head = `${outcome.padEnd(12)}  ${visible(feed)}${reason === undefined ? '' : `: ${visible(reason)}`}`;
    return [head, ...articles.map(renderArticle)].join('\n');
}
function renderArticle({ outcome, url, title, path, reason }) {
    const what = path ?? (outcome === 'new' && title !== undefined ? `${title}  ${url}` : url);
    return visible(`  ${outcome.padEnd(10)}  ${what}${reason === undefined ? '' : `: ${reason}`}`);
}
function renderSums({ feeds, faults }, dryRun) {
    const articles = feeds.flatMap((feed) => feed.articles);
    const count = (outcome) => articles.filter((one) => one.outcome === outcome).length;
    const refused = count('refused') + count('given up');
    const sums = dryRun
        ? `${counted(count('new'), 'new article')}; nothing was fetched (--dry-run)`
        : `${counted(count('stored'), 'article')} stored, ${refused} refused`;
    return [...faults.map((fault) => visible(fault)), `${counted(feeds.length, 'feed')}: ${sums}.`].join('\n');
}

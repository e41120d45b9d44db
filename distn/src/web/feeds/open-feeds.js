import { join } from 'node:path';
import { archiveFolder, FEEDS_FILES } from '../../data-folder.js';
import { systemClock } from '../clock.js';
import { openFetcher } from '../fetcher.js';
/** Opens feeds over the system's clock and the network. */
export function openWorld({ corpus, data, source, allowHosts, everyMs }) {
    return {
        corpus,
        memory: join(archiveFolder(data, corpus), FEEDS_FILES),
        source,
        fetcher: openFetcher({ allowHosts }),
        clock: systemClock,
        everyMs,
        random: Math.random,
    };
}

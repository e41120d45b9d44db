import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { openArchiveThread } from '../../archive/archive-thread.js';
import { readBotConfig } from '../../config.js';
import { openArchiveFolder } from '../../data-folder.js';
import { applicationOf, inviteUrl, StartupError } from '../../discord/application.js';
import { startBot } from '../../discord/bot.js';
import { loadCommands } from '../../discord/commands/commands.js';
import { register } from '../../discord/register.js';
import { warmUp } from '../../discord/warm-up.js';
import { openEditing } from '../../editing/editing.js';
import { pageFetcher } from '../../editing/page-fetcher.js';
import { openLog } from '../../log.js';
import { UsageError } from '../../usage-error.js';
import { startPolling } from '../../web/feeds/poller.js';
import { CORPUS, verb } from '../verb.js';
export default verb(new Command('start').description('run the Discord bot').option(...CORPUS), run);
/** sysexits' EX_CONFIG: trying again changes nothing, so a supervisor that knows it does not loop. */
const EX_CONFIG = 78;
const LEAVE_MS = 1_000;
/**
 * V8 lets garbage grow to a multiple of what lives before it collects. A bot shares a small server: a tenth is enough.
 * Over a million sentences, after 1,000 questions one upon the other, that is 280 MB resident instead of 450.
 */
const HEAP_GROWTH = '--heap-growing-percent=10';
/** `ibid start`: connects to Discord and answers until SIGINT or SIGTERM. */
export async function run(flags, output) {
    setFlagsFromString(HEAP_GROWTH);
    try {
        const config = readBotConfig(flags);
        const commands = await loadCommands();
        const log = await openLog({ level: config.logLevel, pretty: process.stdout.isTTY === true });
        const { rest, application } = await applicationOf(config.login);
        const tell = onceEach((note) => log.warn({ note }, 'data'));
        openArchiveFolder(config.data, config.corpus, tell);
        const thread = await openArchive(config, log, tell);
        const { archive } = thread;
        log.info(await countsOf(archive), 'archive read');
        await warmUp(archive);
        const where = {
            rest,
            applicationId: application.id,
            data: config.data,
            tell,
            ...guildOf(config.guildId),
        };
        const changed = await register([...commands.values()], where);
        log.info({ commands: commands.size, changed, ...guildOf(config.guildId) }, 'commands registered');
        output.write(`Add ${application.name} to a server: ${inviteUrl(application.id)}`);
        const bot = await startBot({
            login: config.login,
            archive,
            commands,
            log,
            logQuestions: config.logQuestions,
            editing: await editingDependencies(config),
        });
        const polling = pollFeeds(config, log);
        return await stopOn(bot, { thread, polling }, log);
    }
    catch (error) {
        if (error instanceof StartupError || error instanceof UsageError) {
            output.warn(`ibid: ${error.message}`);
            return EX_CONFIG;
        }
        throw error;
    }
}
/** Several parts of Ibid meet the same fault: it is said once. */
function onceEach(tell) {
    const told = new Set();
    return (note) => {
        if (told.has(note))
            return;
        told.add(note);
        tell(note);
    };
}
async function editingDependencies(config) {
    const { editorRoles, guildId, uploadLimit, watch, feeds } = config;
    return {
        ...(await openEditing(config)),
        ...(feeds && { fetchPage: pageFetcher({ allowHosts: feeds.allowHosts, limit: uploadLimit }) }),
        ...{ roles: editorRoles, uploadLimit, follows: watch !== 'off' },
        ...guildOf(guildId),
    };
}
async function countsOf(archive) {
    const { articles, sentences, engine, problems } = await archive.status();
    return { articles, sentences, engine, problems: problems.length };
}
/** Opens the archive in its thread, where it follows its files; the log says what happens there. */
function openArchive(config, log, tell) {
    const { corpus, data, engine, miniSearchSentences, watch } = config;
    const index = { corpus, data, engine, miniSearchSentences };
    let failure = '';
    const opened = openArchiveThread({ index, watch }, {
        note: tell,
        changed({ added, changed, removed }) {
            failure = '';
            const files = { added: added.length, changed: changed.length, removed: removed.length };
            void opened
                .then(({ archive }) => countsOf(archive))
                .then((counts) => log.info({ ...files, ...counts }, 'archive changed'))
                .catch((err) => log.warn({ err }, 'archive changed'));
        },
        failed(err) {
            // A drive that is gone for the night is one line, not one every few seconds.
            if (err.message !== failure)
                log.warn({ err }, 'the archive could not be synced');
            failure = err.message;
        },
        crashed: (err) => log.error({ err }, 'the archive’s thread crashed: starting it again'),
    });
    return opened;
}
/** Feeds are polled, where some are listed, and the log says what came of it; what is stored `keepUp` finds. */
function pollFeeds({ feeds, corpus, data }, log) {
    if (feeds === undefined)
        return { close() { } };
    let failure = '';
    return startPolling({ corpus, data, ...feeds }, {
        feed({ feed, outcome, reason, articles, pending }) {
            failure = '';
            const stored = articles.filter((one) => one.outcome === 'stored').length;
            for (const { url, reason } of articles)
                if (reason)
                    log.warn({ url, reason }, 'article refused');
            if (reason)
                log.warn({ feed, reason }, 'feed refused');
            else
                log[stored > 0 ? 'info' : 'debug']({ feed, outcome, stored, pending }, 'feed read');
        },
        faults: (faults) => log.warn({ faults }, 'not feeds'),
        failed(err) {
            // A full disk is one line, not one a minute.
            if (err.message !== failure)
                log.warn({ err }, 'feeds could not be read');
            failure = err.message;
        },
    });
}
function guildOf(guildId) {
    return guildId === undefined ? {} : { guildId };
}
/** From here on a signal means a stop in good order; before it, nothing is running that could be lost. */
function untilSignal() {
    return new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'])
            process.once(signal, resolve);
    });
}
async function stopOn(bot, { thread, polling }, log) {
    log.info({ signal: await untilSignal() }, 'stopping');
    polling.close();
    await bot.stop();
    await thread.close();
    log.info('stopped');
    // A request that Discord doesn't answer would keep the process for a minute.
    setTimeout(() => process.exit(), LEAVE_MS).unref();
    return 0;
}

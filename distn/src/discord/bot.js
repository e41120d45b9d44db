import { Client, Events, GatewayIntentBits } from 'discord.js';
import { inPlainWords, restOptions } from './application.js';
import { interactionHandler } from './interaction-handler.js';
import { rateLimiter } from './rate-limiter.js';
/** How long running answers may take to finish when the bot is stopped, in ms; `docker stop` kills after 10 s. */
const FINISH_MS = 6_000;
/** How long to wait for interactions that were sent before the bot was stopped, in ms: they are told that it stops. */
const LINGER_MS = 250;
/** Connects to Discord and answers until stopped. */
export async function startBot(options) {
    const { login, archive, commands, log, logQuestions, limits, editing } = options;
    const limiter = rateLimiter(limits);
    const client = new Client({
        intents: [GatewayIntentBits.Guilds],
        shards: 'auto',
        allowedMentions: { parse: [] },
        rest: restOptions(login),
    });
    const dependencies = { archive, commands, log, logQuestions, rateLimiter: limiter, editing };
    client.on(Events.InteractionCreate, interactionHandler(dependencies));
    logGateway(client, log);
    try {
        await client.login(login.token);
    }
    catch (error) {
        await client.destroy();
        throw inPlainWords(error, login);
    }
    return {
        async stop() {
            const lingered = after(LINGER_MS);
            const finished = await Promise.race([limiter.close().then(() => true), after(FINISH_MS)]);
            await lingered;
            if (!finished)
                log.warn('some answers were not finished in time');
            // discord.js reports our own disconnect as a reconnect.
            client.removeAllListeners(Events.ShardReconnecting);
            await client.destroy();
        },
    };
}
/** What happens to the connection: discord.js mends it by itself, the operator can read that it did. */
function logGateway(client, log) {
    client.once(Events.ClientReady, ({ user, guilds }) => log.info({ user: user.tag, guilds: guilds.cache.size }, 'connected'));
    client.on(Events.ShardDisconnect, ({ code }, shard) => log.warn({ shard, code }, 'disconnected'));
    client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
    client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));
    client.on(Events.ShardReady, (shard) => log.info({ shard }, 'ready'));
    client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'connection error'));
    client.on(Events.Error, (err) => log.error({ err }, 'client error'));
    client.on(Events.Warn, (warning) => log.warn(warning));
    client.rest.on('rateLimited', ({ route, timeToReset, global }) => log.warn({ route, timeToReset, global }, 'rate limited: waiting'));
    client.rest.on('response', ({ method, path }, { status }) => {
        if (status >= 500)
            log.warn({ method, path: withoutToken(path), status }, 'Discord failed');
    });
}
/** An interaction's token is as good as a password for its 15 minutes. */
function withoutToken(path) {
    return path.replace(/\/(interactions|webhooks)\/(\d+)\/[^/]+/, '/$1/$2/…');
}
function after(ms) {
    return new Promise((resolve) => {
        setTimeout(resolve, ms, false).unref();
    });
}

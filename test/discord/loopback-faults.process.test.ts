import { Events, MessageFlags, Routes } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startLoopbackDiscord } from './loopback/server.ts';
import { buttonRow, QUIET, registerToys, restFor, startToyBot } from './loopback-itself/toy-bot.ts';

const NAME = { name: "Ma'asaran" };

/** Why the user saw nothing. */
const unanswered = (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'it was answered',
    (error: Error) => error.message,
  );

describe('faults', () => {
  const echo = { slash: (interaction: { reply(text: string): unknown }) => interaction.reply('pong') };

  test('an event missed while the socket was cut is replayed on resume', async () => {
    const { discord, client } = await startToyBot(echo);
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    discord.gateway.cut();
    const reply = await discord.user().slash('where', NAME);
    await resumed;
    expect(reply.content).toBe('pong');
    expect(discord.gateway.received.map(({ op }) => op).filter((op) => op !== 1)).toEqual([2, 6]);
  });

  test('a refused resume makes the bot identify again', async () => {
    const { discord, client } = await startToyBot(echo);
    discord.faults.next('resume', { refuse: true });
    const back = new Promise((resolve) => client.once(Events.ShardReady, resolve));
    discord.gateway.cut(4000);
    await back;
    expect((await discord.user().slash('where', NAME)).content).toBe('pong');
    expect(discord.gateway.received.map(({ op }) => op).filter((op) => op !== 1)).toEqual([2, 6, 2]);
  });

  test('the bot resumes when told to reconnect, and beats when asked', async () => {
    const { discord, client } = await startToyBot(echo);
    discord.gateway.askHeartbeat();
    await discord.until(() => discord.gateway.received.some(({ op }) => op === 1), 'a heartbeat');
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    discord.gateway.reconnect();
    await resumed;
    expect((await discord.user().slash('where', NAME)).content).toBe('pong');
  });

  test('nobody connected is said at once', async () => {
    const discord = await startLoopbackDiscord();
    onTestFinished(() => discord.close());
    await registerToys(discord);
    await expect(discord.user().slash('where', NAME)).rejects.toThrow(
      'no bot is connected: nobody received /where',
    );
  });

  test.each([
    ['429', { status: 429, retryAfter: 0.01 }],
    ['a global 429', { status: 429, retryAfter: 0.01, global: true }],
    ['500', { status: 500 }],
  ])('%s on the callback is tried again', async (_, fault) => {
    const { discord, failures } = await startToyBot(echo);
    discord.faults.next('callback', fault);
    const reply = await discord.user().slash('where', NAME);
    const tries = discord.requests.filter((request) => request.route === 'callback');
    expect(reply.content).toBe('pong');
    expect(tries.map(({ status }) => status)).toEqual([fault.status, 204]);
    expect(failures).toEqual([]);
  });

  test('a connection that is hung up is not tried again by discord.js', async () => {
    const { discord, failure } = await startToyBot(echo);
    discord.faults.next('callback', { hangUp: true });
    const seen = unanswered(discord.user().slash('where', NAME));
    expect(await failure).toMatchObject({ code: 'UND_ERR_SOCKET' });
    discord.clock.advance(3001);
    expect(await seen).toMatch('-> no answer');
  });

  test('500 after the fact makes the second try fail with 40060, though the user has an answer', async () => {
    const { discord, failure } = await startToyBot(echo);
    discord.faults.next('callback', { status: 500, afterwards: true });
    expect((await discord.user().slash('where', NAME)).content).toBe('pong');
    await discord.until(() => discord.requests.at(-1)?.status === 400, 'the second try');
    expect(await failure).toMatchObject({ code: 40060 });
  });

  test('500 without end reaches the handler', async () => {
    const { discord, failure } = await startToyBot(echo);
    discord.faults.next('callback', { status: 500, times: 4 });
    const seen = unanswered(discord.user().slash('where', NAME));
    expect(await failure).toMatchObject({ status: 500 });
    discord.clock.advance(3001);
    expect(await seen).toMatch(/application did not respond: \/where .* arrived for it:\n {2}callback .*500/);
  });

  test('a duplicated event is answered once', async () => {
    const { discord, failure } = await startToyBot(echo);
    discord.faults.next('event', { duplicate: true });
    expect((await discord.user().slash('where', NAME)).content).toBe('pong');
    expect(await failure).toMatchObject({ code: 40060 });
  });

  test('a first response after 3 seconds is refused with 10062, and the user is told', async () => {
    const { discord, failure } = await startToyBot(echo);
    discord.faults.next('event', { age: 3001 });
    await expect(discord.user().slash('where', NAME)).rejects.toThrow('The application did not respond');
    expect(await failure).toMatchObject({ code: 10062 });
  });

  test('a token older than 15 minutes is refused with 50027', async () => {
    const { discord, failure } = await startToyBot({
      slash: async (interaction) => {
        await interaction.reply('early');
        discord.clock.advance(15 * 60_000 + 1);
        await interaction.editReply('late');
      },
    });
    const reply = await discord.user().slash('where', NAME);
    expect(await failure).toMatchObject({ code: 50027 });
    expect(reply.content).toBe('early');
  });

  test('a slow answer comes when the clock says so, or when it is released', async () => {
    const { discord } = await startToyBot({
      slash: async (interaction) => {
        await interaction.reply('one');
        await interaction.editReply('two');
      },
    });
    const callback = discord.faults.next('callback', { slow: 60_000 });
    const edit = discord.faults.next('edit', { slow: Number.POSITIVE_INFINITY });
    const reply = await discord.user().slash('where', NAME);
    await callback.happened;
    expect(reply.content).toBe('one');
    discord.clock.advance(60_000);
    await edit.happened;
    expect(discord.requests.at(-1)).toMatchObject({ route: 'edit', status: 0 });
    edit.release();
    await discord.until(() => discord.requests.at(-1)?.status === 200, 'the edit');
    expect(reply.content).toBe('two');
  });

  test('a bucket that is used up answers 429 until it is reset', async () => {
    const discord = await startLoopbackDiscord({ rateLimit: { limit: 1, windowMs: 60_000 } });
    onTestFinished(() => discord.close());
    const ask = () =>
      fetch(`${discord.url}/v10/users/@me`, { headers: { authorization: `Bot ${discord.token}` } });
    expect((await ask()).headers.get('x-ratelimit-remaining')).toBe('0');
    const second = await ask();
    expect([second.status, await second.json()]).toEqual([
      429,
      { message: 'You are being rate limited.', retry_after: expect.any(Number), global: false },
    ]);
  });

  test('a bot that says nothing is reported with what did arrive', async () => {
    const { discord } = await startToyBot(
      { slash: (interaction) => interaction.deferReply() },
      { patience: 50 },
    );
    await expect(discord.user().slash('where', NAME)).rejects.toThrow(
      /never answered \/where; what arrived for it:\n {2}callback \{"type":5.*204/,
    );
  });

  test('a sixth follow-up in a foreign guild is refused', async () => {
    const { discord, failure } = await startToyBot({
      slash: async (interaction) => {
        await interaction.reply('0');
        for (let count = 1; count <= 6; count += 1) await interaction.followUp(`${count}`);
      },
    });
    const reply = await discord.user({ in: 'foreign-guild' }).slash('where', NAME);
    expect(await failure).toMatchObject({ code: 40094 });
    expect(reply.followUps).toHaveLength(5);
  });
});

describe('refusals', () => {
  test('a body that Discord would refuse is refused, recorded and explained', async () => {
    const { discord, failure } = await startToyBot({
      slash: (interaction) => interaction.reply({ content: 'x', components: [buttonRow('More', 'More')] }),
    });
    const seen = unanswered(discord.user().slash('where', NAME));
    const place = ['data', 'components', '0', 'components', '1', 'custom_id'];
    expect(await failure).toMatchObject({
      code: 50035,
      status: 400,
      rawError: { message: 'Invalid Form Body', errors: expect.anything() },
    });
    expect(await failure).toHaveProperty(
      ['rawError', 'errors', ...place, '_errors', 0, 'code'],
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    );
    discord.clock.advance(3001);
    expect(await seen).toMatch(`refused by customIdsUnique at ${place.join('.')}`);
    expect(discord.refused).toMatchObject([
      { rule: 'customIdsUnique', request: 'POST callback', interaction: '/where' },
    ]);
  });

  test('an empty message has an error of its own', async () => {
    const { discord, failure } = await startToyBot({ slash: (interaction) => interaction.reply(' ') });
    const seen = unanswered(discord.user().slash('where', NAME));
    expect(await failure).toMatchObject({ code: 50006 });
    discord.clock.advance(3001);
    expect(await seen).toMatch('messageNotEmpty');
  });

  test('a response must suit its interaction', async () => {
    const { discord, failure } = await startToyBot({
      type: ({ client, id, token }) =>
        client.rest.post(Routes.interactionCallback(id, token), { body: { type: 5 }, auth: false }),
    });
    const seen = unanswered(discord.user().type('where', { name: '' }));
    expect(await failure).toMatchObject({ code: 50035 });
    discord.clock.advance(3001);
    expect(await seen).toMatch('callbackSuitsInteraction');
  });

  test('an edit is judged by the message that it would leave', async () => {
    const { discord, failure } = await startToyBot({
      slash: async (interaction) => {
        await interaction.reply('text');
        await interaction.editReply({
          flags: MessageFlags.IsComponentsV2,
          components: [{ type: 10, content: 'x' }],
        });
      },
    });
    const reply = await discord.user().slash('where', NAME);
    expect(await failure).toMatchObject({ code: 50035 });
    expect(discord.refused.map(({ rule }) => rule)).toEqual(['v2WithoutContentOrEmbeds']);
    expect(reply.content).toBe('text');
  });

  test('commands are refused with the place of what is wrong', async () => {
    const discord = await startLoopbackDiscord();
    onTestFinished(() => discord.close());
    const broken = registerToys(discord, [{ name: 'Where', description: 'x' }]);
    await expect(broken).rejects.toMatchObject({ code: 50035 });
    expect(discord.refused).toMatchObject([{ at: '0.name', rule: 'commandNamePattern' }]);
    expect(discord.commands()).toEqual([]);
  });

  test('without the official description our own rules still hold, whatever the body looks like', async () => {
    const discord = await startLoopbackDiscord({ openapi: new URL('file:///nowhere.json') });
    onTestFinished(() => discord.close());
    await expect(registerToys(discord, [{ name: 'a', description: '' }])).rejects.toMatchObject({
      code: 50035,
    });
    await expect(registerToys(discord, [{ description: 'no name' }, 5])).rejects.toMatchObject({
      code: 50035,
    });
    await registerToys(discord);
    expect(discord.refused.map(({ rule }) => rule)).toEqual(['commandDescriptionNotEmpty', 'bodyReadable']);
  });

  test('a mention that would ring is kept, an allowed_mentions without any is not', async () => {
    const { discord } = await startToyBot({
      slash: async (interaction) => {
        await interaction.reply({ content: '@everyone <@1>', ...QUIET });
        await interaction.editReply({
          content: '@everyone `@here` <@1>',
          allowedMentions: { parse: ['everyone'] },
        });
      },
    });
    const reply = await discord.user().slash('where', NAME);
    await reply.until(({ edits }) => edits.length === 1);
    expect(discord.pings).toEqual(['@everyone']);
  });

  test('a route that is not there is refused and recorded', async () => {
    const discord = await startLoopbackDiscord();
    onTestFinished(() => discord.close());
    await expect(restFor(discord).get('/soundboard-default-sounds')).rejects.toMatchObject({ status: 404 });
    expect(discord.refused.map(({ rule }) => rule)).toEqual(['routeKnown']);
  });
});

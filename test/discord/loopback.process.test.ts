import { AttachmentBuilder, SlashCommandBuilder } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startLoopbackDiscord } from './loopback/server.ts';
import {
  clientFor,
  ONLY_ME,
  QUIET,
  registerToys,
  restFor,
  startToyBot,
  toyCommands,
} from './loopback-itself/toy-bot.ts';

const NAME = { name: "Ma'asaran" };

describe('starting', () => {
  test('a bot logs in, learns its guild and registers its commands', async () => {
    const { discord, client } = await startToyBot({});
    const commands = discord.commands();
    expect(client.user?.id).toBe(discord.applicationId);
    expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['Archive readers']);
    expect(commands.map((command) => command.name)).toEqual(toyCommands.map((command) => command.name));
    expect(discord.requests.map((request) => request.route)).toEqual(['commands-put', 'gateway-bot']);
  });

  test('an overwrite keeps ids and localizations, and a guild has commands of its own', async () => {
    const { discord, client } = await startToyBot({});
    const before = discord.commands().map((command) => command.id);
    await registerToys(discord);
    expect(discord.commands().map((command) => command.id)).toEqual(before);
    const read = await client.application?.commands.fetch({ withLocalizations: true });
    expect(read?.first()?.descriptionLocalizations).toEqual({ de: 'Wo ist es?' });
    const guildId = discord.guilds[0]?.id ?? '';
    await client.application?.commands.set(
      [new SlashCommandBuilder().setName('here').setDescription('Here')],
      guildId,
    );
    expect(discord.commands(guildId).map((command) => command.name)).toEqual(['here']);
    await client.application?.fetch();
    await client.guilds.fetch(guildId);
    expect(discord.refused).toEqual([]);
  });

  test('a wrong token is refused over HTTP with 401', async () => {
    const discord = await startLoopbackDiscord();
    onTestFinished(() => discord.close());
    const client = clientFor(discord);
    await expect(client.login('wrong.token.entirely')).rejects.toThrow(/invalid token/i);
    const answer = restFor(discord, 'wrong').get('/users/@me');
    await expect(answer).rejects.toMatchObject({
      status: 401,
      rawError: { message: '401: Unauthorized', code: 0 },
    });
  });

  test('a wrong token is refused by the gateway with 4004', async () => {
    const discord = await startLoopbackDiscord();
    onTestFinished(() => discord.close());
    discord.faults.next('identify', { close: 4004 });
    await expect(clientFor(discord).login(discord.token)).rejects.toThrow('Authentication failed');
  });

  test('a privileged intent that was not granted closes the gateway with 4014', async () => {
    const discord = await startLoopbackDiscord();
    onTestFinished(() => discord.close());
    const client = clientFor(discord, { intents: ['Guilds', 'MessageContent'] });
    await expect(client.login(discord.token)).rejects.toThrow('Used disallowed intents');
  });
});

describe('commands', () => {
  test.each(['guild', 'dm', 'group', 'foreign-guild'] as const)(
    'a slash command is answered in a %s',
    async (place) => {
      const { discord } = await startToyBot({
        slash: (interaction) =>
          interaction.reply({
            content: `${interaction.options.getString('name')} ${interaction.context}`,
            ...QUIET,
          }),
      });
      const user = discord.user({ in: place });
      const context = { guild: 0, dm: 1, group: 2, 'foreign-guild': 0 }[place];
      const reply = await user.slash('where', NAME);
      expect(reply.content).toBe(`Ma'asaran ${context}`);
      expect(reply.ephemeral).toBe(false);
      expect(discord.refused).toEqual([]);
    },
  );

  test('the bot learns the locale, the permissions and the owners as Discord tells them', async () => {
    const { discord } = await startToyBot(
      {
        slash: (interaction) =>
          interaction.reply(
            JSON.stringify([
              interaction.locale,
              interaction.guildLocale,
              interaction.memberPermissions?.has('ManageMessages'),
              interaction.appPermissions?.has('SendMessages'),
              interaction.authorizingIntegrationOwners['0'],
              interaction.inCachedGuild(),
            ]),
          ),
      },
      { guilds: [{ locale: 'fr' }] },
    );
    const user = discord.user({ locale: 'de', permissions: 8192n });
    const reply = await user.slash('where', NAME);
    expect(JSON.parse(reply.content)).toEqual(['de', 'fr', true, true, discord.guilds[0]?.id, true]);
  });

  test('subcommands, people and files arrive resolved', async () => {
    const { discord } = await startToyBot({
      slash: async (interaction) => {
        if (interaction.commandName === 'archive')
          return interaction.reply(interaction.options.getSubcommand());
        const file = interaction.options.getAttachment('file', true);
        const text = await (await fetch(file.url)).text();
        return interaction.reply(`${interaction.options.getUser('person')?.username} ${file.name} ${text}`);
      },
    });
    const user = discord.user({ name: 'Leyla' });
    expect((await user.slash('archive status')).content).toBe('status');
    const values = { ...NAME, person: user.profile, file: { name: 'names.txt', content: 'Ali' } };
    expect((await user.slash('where', values)).content).toBe('leyla names.txt Ali');
  });

  test('what Discord would not let a user send is not sent', async () => {
    const { discord } = await startToyBot({});
    const user = discord.user();
    await expect(user.slash('where')).rejects.toThrow('/where needs the option name');
    await expect(user.slash('where', { ...NAME, nme: 'x' })).rejects.toThrow(
      '/where has no option nme (it has: name,',
    );
    await expect(user.slash('whom')).rejects.toThrow(
      'no ChatInput command whom is registered (there are: where,',
    );
    await expect(user.slash('archive')).rejects.toThrow('/archive needs a subcommand (it has: status)');
    await expect(user.slash('purge')).rejects.toThrow('purge is not offered: it needs the permissions 8192');
    await expect(discord.user({ in: 'group' }).slash('archive status')).rejects.toThrow('is not offered');
  });

  test('a deferred reply shows its edit, and its follow-ups stay with it', async () => {
    const { discord } = await startToyBot({
      slash: async (interaction) => {
        await interaction.deferReply({ flags: ONLY_ME });
        await interaction.editReply({ content: 'first', ...QUIET });
        await interaction.followUp({ content: 'more', flags: ONLY_ME, ...QUIET });
        await interaction.editReply({ content: 'second', ...QUIET });
      },
    });
    const reply = await discord.user().slash('where', NAME);
    expect(reply.ephemeral).toBe(true);
    await reply.until(({ content }) => content === 'second');
    expect(reply.edits.map((look) => look.content)).toEqual(['second']);
    expect(reply.followUps.map((one) => [one.content, one.ephemeral])).toEqual([['more', true]]);
    const routes = discord.requests.map(({ route }) => route);
    expect(routes.slice(-4)).toEqual(['callback', 'edit', 'follow-up', 'edit']);
  });

  test('a file of the bot reaches the reader', async () => {
    const { discord } = await startToyBot({
      slash: (interaction) => {
        const file = new AttachmentBuilder(Buffer.from('الخبر'), {
          name: 'news.txt',
          description: 'The news',
        });
        return interaction.reply({
          embeds: [{ description: ' see ', image: { url: 'attachment://news.txt' } }],
          files: [file],
        });
      },
    });
    const reply = await discord.user().slash('where', NAME);
    expect(reply.files.map(({ name, text, description }) => [name, text, description])).toEqual([
      ['news.txt', 'الخبر', 'The news'],
    ]);
    expect(reply.embeds[0]?.description).toBe('see');
    expect(reply.embeds[0]?.image?.url).toMatch(/^http/);
    expect(discord.requests.at(-1)?.files).toEqual(['news.txt']);
  });

  test('with_response returns the message, and the bot can read and delete it', async () => {
    const { discord } = await startToyBot({
      slash: async (interaction) => {
        const response = await interaction.reply({ content: 'here', withResponse: true });
        const read = await interaction.fetchReply();
        if (read.id === response.resource?.message?.id) await interaction.deleteReply();
      },
    });
    const reply = await discord.user().slash('where', NAME);
    await reply.until(({ deleted }) => deleted);
    expect(discord.requests.map((request) => request.status).slice(-3)).toEqual([200, 200, 204]);
  });

  test('autocomplete suggests for what is being typed', async () => {
    const { discord } = await startToyBot({
      type: (interaction) => {
        const focused = interaction.options.getFocused(true);
        return interaction.respond([{ name: `${focused.name}: ${focused.value}`, value: 'x' }]);
      },
    });
    expect(await discord.user().type('where', { name: 'Maas' })).toEqual([
      { name: 'name: Maas', value: 'x' },
    ]);
  });

  test('the context menu carries the message', async () => {
    const { discord } = await startToyBot({
      context: (interaction) => interaction.reply(`about: ${interaction.targetMessage.content}`),
    });
    const user = discord.user({ in: 'dm' });
    const reply = await user.context('Find sources', 'They left Ma’asaran.');
    expect(reply.content).toBe('about: They left Ma’asaran.');
    expect((await user.context('Find sources', reply)).content).toBe(`about: ${reply.content}`);
  });
});

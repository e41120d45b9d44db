import { AttachmentBuilder, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { OPENAPI, startLoopbackDiscord } from './loopback/server.ts';
import { createValidator } from './loopback/validation.ts';
import {
  buttonRow,
  clientFor,
  ONLY_ME,
  QUIET,
  registerToys,
  restFor,
  startToyBot,
  toyCommands,
} from './toy-bot.ts';

const NAME = { name: "Ma'asaran" };

const withDescription = createValidator(OPENAPI).available;

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
    const [first] = discord.requests.filter((request) => request.route === 'callback');
    expect(first?.ms).toBeLessThan(1000);
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

describe('components', () => {
  const slash = (interaction: { reply(payload: object): unknown }) =>
    interaction.reply({ content: 'page 1', components: [buttonRow('More', 'Delete', 'Ask')], ...QUIET });

  test('a button updates its message', async () => {
    const { discord } = await startToyBot({
      slash,
      press: (interaction) => interaction.update({ content: 'page 2', components: [] }),
    });
    const user = discord.user();
    const reply = await user.slash('where', NAME);
    expect(reply.buttons.map((button) => button.label)).toEqual(['More', 'Delete', 'Ask']);
    const updated = await user.press(reply, 'More');
    expect(updated.id).toBe(reply.id);
    expect(reply.content).toBe('page 2');
    expect(reply.edits.map((look) => look.content)).toEqual(['page 2']);
    await expect(user.press(reply, 'More')).rejects.toThrow('has no button More (there are: none)');
  });

  test('a button can be picked up silently and then delete the message or show something private', async () => {
    const { discord } = await startToyBot({
      slash,
      press: async (interaction) => {
        await interaction.deferUpdate();
        if (interaction.customId === 'delete') await interaction.deleteReply();
        else await interaction.followUp({ content: 'only for you', flags: ONLY_ME });
      },
    });
    const user = discord.user();
    const reply = await user.slash('where', NAME);
    const whisper = await user.press(reply, 'More');
    expect([whisper.content, whisper.ephemeral]).toEqual(['only for you', true]);
    await expect(discord.user().press(whisper, 'More')).rejects.toThrow('shown to someone else only');
    expect((await user.press(reply, 'Delete')).deleted).toBe(true);
    await expect(user.press(reply, 'More')).rejects.toThrow('was deleted');
  });

  test('a menu sends what was picked', async () => {
    const options = [
      { label: 'Oldest', value: 'asc' },
      { label: 'Newest', value: 'desc' },
    ];
    const { discord } = await startToyBot({
      slash: (interaction) =>
        interaction.reply({
          content: 'order',
          components: [{ type: 1, components: [{ type: 3, custom_id: 'order', options }] }],
        }),
      select: (interaction) => interaction.update({ content: interaction.values.join() }),
    });
    const user = discord.user();
    const reply = await user.slash('where', NAME);
    expect((await user.select(reply, 'Newest')).content).toBe('desc');
    await expect(user.select(reply, 'Best')).rejects.toThrow(
      'has no option Best (there are: Oldest, Newest)',
    );
  });

  test('a button opens a form, and the form answers', async () => {
    const input = { type: 4, custom_id: 'question', style: 1, max_length: 20 };
    const { discord } = await startToyBot({
      slash,
      press: (interaction) =>
        interaction.showModal({
          title: 'Ask',
          custom_id: 'ask',
          components: [{ type: 18, label: 'Question', component: input }],
        } as never),
      submit: (interaction) => interaction.reply(interaction.fields.getTextInputValue('question')),
    });
    const user = discord.user();
    const form = await user.press(await user.slash('where', NAME), 'Ask');
    expect(form.modal?.title).toBe('Ask');
    await expect(user.submit(form, {})).rejects.toThrow('must be filled in');
    await expect(user.submit(form, { answer: 'x' })).rejects.toThrow(
      'has no field answer (there are: question)',
    );
    expect((await user.submit(form, { Question: 'Where?' })).content).toBe('Where?');
    expect(discord.refused).toEqual([]);
  });

  test('components V2 are read as text and buttons', async () => {
    const { discord } = await startToyBot({
      slash: (interaction) =>
        interaction.reply({
          flags: MessageFlags.IsComponentsV2,
          components: [
            { type: 17, components: [{ type: 10, content: '> a sentence' }, buttonRow('More').toJSON()] },
          ],
        }),
    });
    const reply = await discord.user().slash('where', NAME);
    expect(reply.text).toBe('> a sentence');
    expect(reply.buttons.map((button) => button.customId)).toEqual(['more']);
  });
});

describe('likeness', () => {
  test.runIf(withDescription)('every answer is as the official description says', async () => {
    const { discord, client } = await startToyBot({
      slash: async (interaction) => {
        const embeds = [{ title: 'Where', description: 'There', fields: [{ name: 'a', value: 'b' }] }];
        await interaction.deferReply({ withResponse: true });
        await interaction.editReply({ embeds, components: [buttonRow('More')], files: [Buffer.from('x')] });
        await interaction.fetchReply();
        await interaction.followUp({ content: 'more', flags: ONLY_ME });
      },
      press: (interaction) => interaction.update({ content: 'updated', withResponse: true }),
    });
    const user = discord.user();
    const reply = await user.slash('where', NAME);
    await user.press(await reply.until(({ followUps }) => followUps.length === 1), 'More');
    await client.application?.commands.fetch({ withLocalizations: true });
    await client.application?.fetch();
    await client.guilds.fetch({ guild: discord.guilds[0]?.id ?? '', force: true });
    await client.channels.fetch(discord.guilds[0]?.channelId ?? '', { force: true });
    await client.users.createDM(user.id);
    await client.rest.get('/users/@me');
    const wrong = discord.requests.flatMap(({ method, template, status, reply: body }) =>
      discord.validator
        .reply(method, template, status, body)
        .map(({ at, message }) => `${template} ${at}: ${message}`),
    );
    expect(wrong).toEqual([]);
    expect(discord.requests.map(({ status }) => status).filter((status) => status >= 400)).toEqual([]);
  });

  test('two shards share the guilds, and direct messages come to the first', async () => {
    const { discord, client } = await startToyBot(
      { slash: (interaction) => interaction.reply(`${interaction.guild?.shardId ?? 'dm'}`) },
      { shards: 2, guilds: [{}, {}, {}, {}] },
    );
    for (const { id } of discord.guilds) {
      const shard = Number((BigInt(id) >> 22n) % 2n);
      expect((await discord.user({ guild: id }).slash('where', NAME)).content).toBe(`${shard}`);
    }
    expect((await discord.user({ in: 'dm' }).slash('where', NAME)).content).toBe('dm');
    expect(client.ws.shards.size).toBe(2);
  });

  test('two hundred commands at once are answered, each to its own user', async () => {
    const { discord } = await startToyBot({
      slash: (interaction) => interaction.reply(interaction.options.getString('name', true)),
    });
    const names = Array.from({ length: 200 }, (_, index) => `name ${index}`);
    const replies = await Promise.all(names.map((name) => discord.user().slash('where', { name })));
    expect(replies.map((reply) => reply.content)).toEqual(names);
  });
});

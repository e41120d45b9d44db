import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createValidator, OPENAPI } from './loopback/limits/validation.ts';
import { buttonRow, ONLY_ME, QUIET, startToyBot } from './loopback-itself/toy-bot.ts';

const NAME = { name: "Ma'asaran" };

const withDescription = createValidator(OPENAPI).available;

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

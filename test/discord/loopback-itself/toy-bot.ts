import {
  ActionRowBuilder,
  type AutocompleteInteraction,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  REST,
  Routes,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from '../loopback/server.ts';

export type Handlers = Readonly<{
  slash?: (interaction: ChatInputCommandInteraction) => unknown;
  type?: (interaction: AutocompleteInteraction) => unknown;
  press?: (interaction: ButtonInteraction) => unknown;
  select?: (interaction: StringSelectMenuInteraction) => unknown;
  submit?: (interaction: ModalSubmitInteraction) => unknown;
  context?: (interaction: MessageContextMenuCommandInteraction) => unknown;
}>;

/** Why a handler failed, in discord.js's words. */
export interface Failure {
  readonly code?: number | string;
  readonly status?: number;
  readonly message: string;
}

const IN_ALL = { contexts: [0, 1, 2], integration_types: [0, 1] };

export const toyCommands = [
  {
    name: 'where',
    description: 'Where is it?',
    description_localizations: { de: 'Wo ist es?' },
    ...IN_ALL,
    options: [
      { type: 3, name: 'name', description: 'Whose place', required: true, autocomplete: true },
      { type: 5, name: 'private', description: 'Only for me' },
      { type: 11, name: 'file', description: 'A list of names' },
      { type: 6, name: 'person', description: 'Someone' },
    ],
  },
  {
    name: 'archive',
    description: 'The archive',
    options: [{ type: 1, name: 'status', description: 'How it is' }],
  },
  { name: 'purge', description: 'For moderators', default_member_permissions: '8192' },
  { name: 'Find sources', type: 3, ...IN_ALL },
];

/** A loopback Discord with the real discord.js client on it, both gone when the test is. */
export async function startToyBot(
  handlers: Handlers,
  options: LoopbackOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<{
  discord: LoopbackDiscord;
  client: Client;
  failures: readonly Failure[];
  failure: Promise<Failure>;
}> {
  const discord = await startLoopbackDiscord(options);
  onTestFinished(() => discord.close());
  const client = clientFor(discord, clientOptions);
  const failures: Failure[] = [];
  let fail = (_: Failure) => {};
  const failure = new Promise<Failure>((resolve) => {
    fail = resolve;
  });
  client.on(Events.InteractionCreate, (interaction) => {
    void Promise.resolve(handle(handlers, interaction)).catch((error: Failure) => {
      failures.push(error);
      fail(error);
    });
  });
  await registerToys(discord);
  await client.login(discord.token);
  await discord.ready();
  return { discord, client, failures, failure };
}

export function clientFor(discord: LoopbackDiscord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    rest: { api: discord.url, version: '10' },
    // discord.js waits over 5 s between two IDENTIFYs; no test has the time.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...options,
  });
  client.on(Events.Error, () => {});
  client.on(Events.ShardError, () => {});
  onTestFinished(() => client.destroy());
  return client;
}

export const registerToys = (discord: LoopbackDiscord, commands: unknown = toyCommands): Promise<unknown> =>
  restFor(discord).put(Routes.applicationCommands(discord.applicationId), { body: commands });

export const restFor = (discord: LoopbackDiscord, token = discord.token): REST =>
  new REST({ api: discord.url, version: '10', retries: 0 }).setToken(token);

function handle(handlers: Handlers, interaction: Interaction): unknown {
  if (interaction.isChatInputCommand()) return handlers.slash?.(interaction);
  if (interaction.isAutocomplete()) return handlers.type?.(interaction);
  if (interaction.isButton()) return handlers.press?.(interaction);
  if (interaction.isStringSelectMenu()) return handlers.select?.(interaction);
  if (interaction.isModalSubmit()) return handlers.submit?.(interaction);
  if (interaction.isMessageContextMenuCommand()) return handlers.context?.(interaction);
  return undefined;
}

export const QUIET = { allowedMentions: { parse: [] } } as const;
export const ONLY_ME = MessageFlags.Ephemeral;

export const buttonRow = (...labels: readonly string[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    labels.map((label) =>
      new ButtonBuilder().setCustomId(label.toLowerCase()).setLabel(label).setStyle(ButtonStyle.Secondary),
    ),
  );

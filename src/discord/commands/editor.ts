import { type ButtonInteraction, type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { CannotEdit } from '../../editing/edit-error.ts';
import type { Editor } from '../../editing/editing.ts';
import type { Refusal } from '../../editing/examine-file.ts';
import { NotFetched } from '../../editing/fetch-page.ts';
import { WrongInput } from '../input-error.ts';
import type { Messages } from '../messages/messages.ts';
import { oneLine } from '../render/markdown.ts';
import type { EditingDesk, Scene } from './command.ts';

type Asking = ChatInputCommandInteraction | ButtonInteraction;

/**
 * What this person may change the archive with. Throws `WrongInput` for everybody who may not: members with one of the
 * roles may (Discord gives each role to one server only), and those who manage the bot's own server. Anybody can add a
 * bot to a server of theirs, and manages that: so where it is in several, none is its own unless it was named.
 */
export function editingBy(interaction: Asking, { editing, messages }: Scene): EditingDesk {
  const { notHere, notEditor } = messages.editing;
  if (!editing) throw new WrongInput(notHere);
  if (rolesOf(interaction).some((role) => editing.roles.includes(role))) return editing;
  if (!isHome(interaction, editing.guildId)) throw new WrongInput(notHere);
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return editing;
  throw new WrongInput(notEditor);
}

/** Without everyone's, whose id is the server's: nobody means that by a list of roles. */
function rolesOf({ member, guildId }: Asking): readonly string[] {
  if (!member) return [];
  const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return roles.filter((role) => role !== guildId);
}

function isHome({ guildId, client }: Asking, named: string | undefined): boolean {
  const { cache } = client.guilds;
  // Where only the person has added the bot, it is in no server at all.
  if (guildId === null || !cache.has(guildId)) return false;
  return named === undefined ? cache.size === 1 : named === guildId;
}

/** What stopped a change, as a line for the editor; other errors are thrown on. */
export async function orExplained<T>(change: Promise<T>, { editing: words }: Messages): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof CannotEdit) throw new WrongInput(words.faults[error.fault](oneLine(error.what)));
    if (error instanceof NotFetched) throw new WrongInput(words.notFetched(oneLine(error.message)));
    throw error;
  }
}

export function refusalOf(refusal: Refusal, { editing: words }: Messages): string {
  if (refusal.why !== 'unreadable') return words.refused[refusal.why];
  // Reasons are in English, as in `/archive status`; of many the first ones say enough.
  return words.unreadable(refusal.reasons.slice(0, 3).map(oneLine).join('; ') || '–');
}

/** Who did it, for the log. */
export function editorOf({ user, guildId }: Asking): Editor {
  return { user: { id: user.id, name: user.username }, guild: guildId };
}

import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { EditError } from '../../editing/edit-error.ts';
import type { Editor } from '../../editing/editing.ts';
import type { Rejection } from '../../editing/examine-file.ts';
import { DownloadError } from '../../editing/fetch-page.ts';
import type { ButtonPress } from '../buttons/button.ts';
import { isInside } from '../fence.ts';
import { InputError } from '../input-error.ts';
import type { Messages } from '../messages/messages.ts';
import { oneLine } from '../render/markdown.ts';
import type { CommandContext, EditingDependencies } from './command.ts';

type EditorInteraction = ChatInputCommandInteraction | ButtonPress;

/**
 * Returns what a person may change the archive with. Throws `InputError` for everybody who may not. Members with one of the
 * roles may (Discord gives each role to one server only), and those who manage a server that was named. Anybody can add a
 * bot to a server of theirs, and manages that: so a server that was not named counts for nothing, were it the only one.
 */
export function editingBy(
  interaction: EditorInteraction,
  { editing, messages }: CommandContext,
): EditingDependencies {
  const { notHere, notEditor } = messages.editing;
  if (!editing) throw new InputError(notHere);
  if (rolesOf(interaction).some((role) => editing.roles.includes(role))) return editing;
  if (!isHome(interaction, editing.guilds)) throw new InputError(notHere);
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return editing;
  throw new InputError(notEditor);
}

/** Says whether a person may change the archive. */
export function mayEdit(interaction: EditorInteraction, context: CommandContext): boolean {
  try {
    editingBy(interaction, context);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** Without everyone's, whose id is the server's: nobody means that by a list of roles. */
function rolesOf({ member, guildId }: EditorInteraction): readonly string[] {
  if (!member) return [];
  const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return roles.filter((role) => role !== guildId);
}

/** Discord itself says by whom the bot was added: which servers this process has been told of says nothing of other processes, nor of now. */
function isHome(interaction: EditorInteraction, named: readonly string[]): boolean {
  return named.length > 0 && isInside(interaction, new Set(named));
}

/** Awaits a change; turns `EditError` and `DownloadError` into an `InputError` with a line for the editor. */
export async function orExplained<T>(change: Promise<T>, { editing: words }: Messages): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof EditError) throw new InputError(words.faults[error.fault](oneLine(error.what)));
    if (error instanceof DownloadError) throw new InputError(words.notFetched(oneLine(error.message)));
    throw error;
  }
}

/** Says why a file was rejected, in one line for the editor. */
export function rejectionText(rejection: Rejection, { editing: words }: Messages): string {
  if (rejection.why !== 'unreadable') return words.rejected[rejection.why];
  // Reasons are in English, as in `/archive status`; of many the first ones say enough.
  return words.unreadable(rejection.reasons.slice(0, 3).map(oneLine).join('; ') || '–');
}

/** Returns who edits, for the log of edits. */
export function editorOf({ user, guildId }: EditorInteraction): Editor {
  return { user: { id: user.id, name: user.username }, guild: guildId };
}

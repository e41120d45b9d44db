import type { ChatInputCommandInteraction } from 'discord.js';
import { fetchedFile } from '../../editing/fetched-file.ts';
import { fetchAttachment } from '../fetch-attachment.ts';
import { InputError } from '../input-error.ts';
import { renderUpload } from '../render/editing.ts';
import { oneLine } from '../render/markdown.ts';
import type { Reply } from '../render/reply.ts';
import { shortened } from '../render/sizes.ts';
import type { CommandContext, EditingDependencies } from './command.ts';
import { editingBy, orExplained, rejectionText } from './editor.ts';

/** `/archive add`: shows what a file would add, and asks for confirmation. Throws `InputError`. */
export async function askToAdd(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
): Promise<Reply> {
  const editing = editingBy(interaction, context);
  const { messages, archive } = context;
  const bytes = await bytesFor(interaction, editing, context);
  const held = await orExplained(editing.hold(bytes, interaction.user.id), messages);
  if ('rejected' in held) throw new InputError(rejectionText(held.rejected, messages));
  const { key, upload } = held;
  const known = await archive.articlesWith(upload.texts);
  if (known[0] && known.length === new Set(upload.texts).size) {
    await editing.drop(key, interaction.user.id);
    throw new InputError(messages.editing.known(shortened(oneLine(known[0].title), 200)));
  }
  return renderUpload(upload, { key, userId: interaction.user.id, known: known.length, messages });
}

async function bytesFor(
  { options, client }: ChatInputCommandInteraction,
  { uploadLimit, fetchPage }: EditingDependencies,
  { messages }: CommandContext,
): Promise<Buffer> {
  const { editing: words } = messages;
  const [file, url] = [options.getAttachment('file'), options.getString('url')?.trim()];
  const tooLarge = () => new InputError(words.tooLarge(Math.floor(uploadLimit / 1024 / 1024)));
  if ((file === null) === (url === undefined)) throw new InputError(words.fileOrUrl);
  if (file) {
    if (file.size > uploadLimit) throw tooLarge();
    return orExplained(fetchAttachment(file.url, uploadLimit, client.rest.options.api), messages);
  }
  if (!fetchPage) throw new InputError(words.noFetching);
  const bytes = fetchedFile(await orExplained(fetchPage(url!), messages));
  if (bytes.length > uploadLimit) throw tooLarge();
  return bytes;
}

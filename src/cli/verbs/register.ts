import { Command } from 'commander';
import { readBotConfig } from '../../config.ts';
import { applicationOf } from '../../discord/application.ts';
import { loadCommands } from '../../discord/commands/commands.ts';
import { clear, register } from '../../discord/register.ts';
import type { Output } from '../output.ts';
import { verb } from '../verb.ts';

export default verb(
  new Command('register')
    .description('tell Discord the commands now (start does it when they have changed)')
    .option('--clear', 'take them all away'),
  run,
);

export interface RegisterFlags {
  readonly clear?: boolean;
}

/** `ibid register`: tells Discord the commands now; `--clear` takes them away. */
export async function run(flags: RegisterFlags, output: Output): Promise<number> {
  const { login, data, guildId } = readBotConfig({});
  const commands = await loadCommands();
  const { rest, application } = await applicationOf(login);
  const tell = (note: string) => output.warn(note);
  const where = {
    rest,
    applicationId: application.id,
    data,
    tell,
    ...(guildId !== undefined && { guildId }),
  };
  const place = guildId === undefined ? 'everywhere' : `in the server ${guildId}`;
  if (flags.clear) {
    await clear(where);
    output.write(`${application.name} has no commands any more, ${place}.`);
  } else {
    await register([...commands.values()], where, { force: true });
    output.write(`${commands.size} commands of ${application.name} are registered, ${place}.`);
  }
  return 0;
}

import { Command } from 'commander';
import { readBotConfig } from '../../config.ts';
import { applicationOf, notInServer } from '../../discord/application.ts';
import { loadCommands } from '../../discord/commands/commands.ts';
import { clear, register } from '../../discord/register.ts';
import type { Output } from '../output.ts';
import { verb } from '../verb.ts';

export default verb(
  new Command('register')
    .description('tell Discord the commands now (start does it when they have changed)')
    .option('--clear', 'take them all away, wherever they are'),
  run,
);

export interface RegisterFlags {
  readonly clear?: boolean;
}

/** `ibid register`: tells Discord the commands now; `--clear` takes them away. */
export async function run(flags: RegisterFlags, output: Output): Promise<number> {
  const { login, guilds } = readBotConfig({});
  const commands = await loadCommands();
  const { rest, application } = await applicationOf(login);
  const where = { rest, applicationId: application.id, guilds };
  if (flags.clear) {
    await clear(where);
    output.write(`${application.name} has no commands any more.`);
    return 0;
  }
  const { missing } = await register([...commands.values()], where, { send: 'all' });
  for (const guild of missing) output.warn(`ibid: ${notInServer(guild, application.id)}`);
  const places = guilds.filter((guild) => !missing.includes(guild));
  if (guilds.length > 0 && places.length === 0) return 1;
  const place = guilds.length === 0 ? 'everywhere' : `in the servers ${places.join(', ')} alone`;
  output.write(`${commands.size} commands of ${application.name} are registered, ${place}.`);
  return 0;
}

import { Command } from 'commander';
import { readBotConfig } from '../../config.js';
import { applicationOf } from '../../discord/application.js';
import { loadCommands } from '../../discord/commands/commands.js';
import { clear, register } from '../../discord/register.js';
import { verb } from '../verb.js';
export default verb(new Command('register')
    .description('tell Discord the commands now (start does it when they have changed)')
    .option('--clear', 'take them all away'), run);
/** `ibid register`: tells Discord the commands now; `--clear` takes them away. */
export async function run(flags, output) {
    const { login, data, guildId } = readBotConfig({});
    const commands = await loadCommands();
    const { rest, application } = await applicationOf(login);
    const tell = (note) => output.warn(note);
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
    }
    else {
        await register([...commands.values()], where, { force: true });
        output.write(`${commands.size} commands of ${application.name} are registered, ${place}.`);
    }
    return 0;
}

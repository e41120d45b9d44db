var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StartupError } from '../application.js';
/** The folder `commands/` beside `src/`: of sources where these run, of built files where those do. */
export const COMMANDS_FOLDER = join(import.meta.dirname, '..', '..', '..', 'commands');
/**
 * Loads every file of the folder as a command, by name. Throws one `StartupError` that names each malformed file and what
 * it lacks: a bot without one of its commands would puzzle everybody.
 */
export async function loadCommands(folder = COMMANDS_FOLDER) {
    const files = (await readdir(folder)).filter((name) => /^\.[jt]s$/.test(extname(name)) && !name.endsWith('.d.ts'));
    const commands = new Map();
    const faults = [];
    for (const file of files.sort()) {
        const command = await load(join(folder, file));
        if (typeof command === 'string')
            faults.push(`commands/${file}: ${command}`);
        else if (commands.has(command.data.name))
            faults.push(`commands/${file}: a second command /${command.data.name}`);
        else
            commands.set(command.data.name, command);
    }
    if (files.length === 0)
        faults.push(`${folder} holds no commands`);
    if (faults.length > 0)
        throw new StartupError(faults.join('\n'));
    return commands;
}
/** The command, or what is wrong with its file. */
async function load(path) {
    let module;
    try {
        module = await import(__rewriteRelativeImportExtension(pathToFileURL(path).href));
    }
    catch (error) {
        return `can't be loaded (${error instanceof Error ? error.message : error})`;
    }
    const missing = lackOf(module.default);
    return missing ?? module.default;
}
function lackOf(value) {
    if (typeof value !== 'object' || value === null)
        return 'has no default export { data, execute }';
    const { data, execute, autocomplete } = value;
    if (typeof data !== 'object' || data === null)
        return 'has no data';
    if (typeof data.name !== 'string')
        return 'has no data.name';
    if (typeof execute !== 'function')
        return 'has no execute function';
    if (autocomplete !== undefined && typeof autocomplete !== 'function')
        return 'has an autocomplete that is no function';
    return undefined;
}

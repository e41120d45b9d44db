import { rejectionText } from '../../src/discord/commands/editor.js';
import { listArticles } from '../../src/discord/commands/list-articles.js';
import { askArchive } from '../../src/discord/commands/question-command.js';
import { renderArticles } from '../../src/discord/render/articles.js';
import { renderUpload } from '../../src/discord/render/editing.js';
import { renderHelp } from '../../src/discord/render/help.js';
import { notice } from '../../src/discord/render/reply.js';
import { renderStatus } from '../../src/discord/render/status.js';
import { examineFile } from '../../src/editing/examine-file.js';
/** `/who`, `/where` … and `/quote`. */
export async function question(kind, text, context) {
    const request = { kind, text, filter: {} };
    const reply = await askArchive(request, context, { ephemeral: false, userId: '0' });
    return { command: context.messages.commands[kind].name, reply };
}
/** `/help`. */
export function help({ messages }) {
    return { command: messages.commands.help.name, reply: renderHelp(messages) };
}
/** `/archive status`. */
export async function status({ archive, messages }) {
    const { commands } = messages;
    const reply = renderStatus(await archive.status(), { messages, admin: false, ephemeral: false });
    return { command: `${commands.archive.name} ${commands['archive status'].name}`, reply };
}
/** `/articles`, its first page. */
export async function articles(about, { archive, messages }) {
    const reply = renderArticles(await listArticles(archive, 0, about), { about, messages, ephemeral: false });
    return { command: messages.commands.articles.name, reply };
}
/** `/archive add`: what an editor is shown of a file. */
export async function adding(location, { archive, messages }) {
    const examined = await examineFile(location);
    const command = `${messages.commands.archive.name} ${messages.commands['archive add'].name}`;
    if ('rejected' in examined)
        return { command, reply: notice(rejectionText(examined.rejected, messages)) };
    const { length: known } = await archive.articlesWith(examined.upload.texts);
    const reply = renderUpload(examined.upload, { key: '', userId: '0', known, messages });
    return { command, reply };
}
/** Shows what Ibid does, on names that the archive holds. */
export async function tour(context) {
    const place = await nameFor('where', context);
    const person = await nameFor('who', context, place);
    const vague = await unsureQuestion(context);
    return [
        ...(place === undefined ? [] : [await question('where', place, context)]),
        ...(person === undefined ? [] : [await question('who', person, context)]),
        ...(vague === undefined ? [] : [await question('ask', vague, context)]),
        await question('who', await strangerTo(context), context),
        help(context),
        await status(context),
    ];
}
const NAMES_TRIED = 25;
/** The signal of an answer that says what was asked for. */
const TELLING = { where: 'placed', who: 'definition' };
/** Of the most mentioned names the one whose answer tells most; for people, names of several words go first. */
async function nameFor(kind, { archive }, taken) {
    const names = await archive.suggest('', NAMES_TRIED);
    let best;
    for (const { name } of names) {
        if (name === taken || names.some((other) => isDerived(name, other.name)))
            continue;
        const worth = await worthOf(kind, name, archive);
        // Of equals the most mentioned, which comes first.
        if (worth >= 0 && (!best || worth > best.worth))
            best = { name, worth };
    }
    return best?.name;
}
/** "Syrian" beside "Syria": an adjective, of which nobody asks where it is. */
function isDerived(name, root) {
    return name !== root && name.startsWith(root) && name.length - root.length <= 3;
}
/** How much an answer tells; negative: nothing. */
async function worthOf(kind, name, archive) {
    const { status: found, citations } = await archive.ask(kind, name, {
        explain: true,
    });
    if (found !== 'found')
        return -1;
    const telling = citations[0]?.signals?.[TELLING[kind]] ?? 0;
    return 2 * telling + (kind === 'who' && /\s/.test(name) ? 1 : 0);
}
/** Asked of names that the archive holds, though hardly any archive says it. */
const VAGUE = [
    (name) => `What is the favourite colour of ${name}?`,
    (name) => `How much does a ticket from ${name} cost in winter?`,
    (name) => `Which composer wrote the anthem about ${name} and its orchestra?`,
];
/** A question that the archive may not answer: `undefined` where it is sure about all that are tried, or silent. */
async function unsureQuestion({ archive }) {
    const names = await archive.suggest('', NAMES_TRIED);
    for (const ask of VAGUE) {
        for (const { name } of names) {
            const text = ask(name);
            if ((await archive.ask('ask', text)).status === 'unsure')
                return text;
        }
    }
    return undefined;
}
const STRANGERS = ['Emmanuel Macron', 'Marie Curie', 'Cleopatra', 'Winnie-the-Pooh', 'Zxqvw'];
/** Someone of whom the archive says nothing. */
async function strangerTo({ archive }) {
    for (const name of STRANGERS) {
        if ((await archive.ask('who', name)).status === 'not-found')
            return name;
    }
    return STRANGERS.at(-1);
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
/** Starts a script of this folder and waits until it is ready. `name`: what its errors call it. Throws what failed in it. */
export async function startChild(script, name, { args = [], node = [] }) {
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), [...args], {
        execArgv: [...node],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
    });
    const ended = once(child, 'exit').then(([code, signal]) => {
        throw new Error(`${name} ended (${code ?? signal})`);
    });
    ended.catch(() => { }); // told to whoever waits for a report
    const answer = async () => {
        const [message] = await Promise.race([once(child, 'message'), ended]);
        if (message && typeof message === 'object' && 'failed' in message)
            throw new Error(`${name}: ${message.failed}`);
        return message;
    };
    await answer();
    return {
        async order(order) {
            child.send(order);
            return answer();
        },
        end: () => void child.kill(),
    };
}
/** To be called in the process: sends what is thrown anywhere as a `Failure`, and ends the process. */
export function tellFailures() {
    process.on('uncaughtException', ({ message }) => {
        const failure = { failed: message.split('\n')[0] };
        process.send(failure, () => process.exit(1));
    });
}

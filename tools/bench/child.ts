import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that is measured: it answers one order after the other. */
export interface Child<Order, Report> {
  /** Rejects with what failed in the process, or that it ended. */
  order(order: Order): Promise<Report>;
  end(): void;
}

/** The answer of a process that can't go on. */
export interface Failure {
  readonly failed: string;
}

/** Starts a script of this folder and waits until it is ready. `name`: what its errors call it. Throws what failed in it. */
export async function startChild<Order extends object, Report>(
  script: string,
  name: string,
  { args = [], node = [] }: { readonly args?: readonly string[]; readonly node?: readonly string[] },
): Promise<Child<Order, Report>> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [...args], {
    execArgv: [...node],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`${name} ended (${code ?? signal})`);
  });
  ended.catch(() => {}); // told to whoever waits for a report
  const answer = async () => {
    const [message] = await Promise.race([once(child, 'message'), ended]);
    if (message && typeof message === 'object' && 'failed' in message)
      throw new Error(`${name}: ${(message as Failure).failed}`);
    return message as Report;
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
export function tellFailures(): void {
  process.on('uncaughtException', ({ message }) => {
    const failure: Failure = { failed: message.split('\n')[0]! };
    process.send!(failure, () => process.exit(1));
  });
}

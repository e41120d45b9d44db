/** Waiting for something to be so, woken by every change and never by a poll. */
export interface Waiting {
  /** Something changed: everyone who waits looks again. */
  notify(): void;
  /** The first defined value that `look` gives; past the patience an error that says what did happen. */
  until<T>(look: () => T | undefined, explain: () => string, patience?: number): Promise<T>;
  stop(): void;
}

export function createWaiting(defaultPatience: number): Waiting {
  const waiters = new Set<{ look: () => void; giveUp: (reason: string) => void }>();
  return {
    notify() {
      for (const waiter of [...waiters]) waiter.look();
    },
    until(look, explain, patience = defaultPatience) {
      return new Promise((resolve, reject) => {
        const waiter = {
          look() {
            try {
              const found = look();
              if (found === undefined) return;
              settle();
              resolve(found);
            } catch (error) {
              settle();
              reject(error);
            }
          },
          giveUp(reason: string) {
            settle();
            reject(new Error(`${explain()}\n${reason}`));
          },
        };
        const settle = () => {
          clearTimeout(timer);
          waiters.delete(waiter);
        };
        const timer = setTimeout(() => waiter.giveUp(`(waited ${patience} ms)`), patience);
        waiters.add(waiter);
        waiter.look();
      });
    },
    stop() {
      for (const waiter of [...waiters]) waiter.giveUp('(the loopback Discord was closed)');
    },
  };
}

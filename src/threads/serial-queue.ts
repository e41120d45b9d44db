/** Does one thing at a time, in the order of asking. */
export interface SerialQueue {
  /** Runs `act` when all who asked before are done; returns, or throws, what it does. */
  run<T>(act: () => Promise<T>): Promise<T>;
  /**
   * For what is no single function: resolves when all who asked before are done; the next one waits for `release()`.
   */
  acquire(): Promise<() => void>;
}

export function serialQueue(): SerialQueue {
  let last: Promise<void> = Promise.resolve();
  async function acquire(): Promise<() => void> {
    const before = last;
    let release = () => {};
    last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }
  return {
    acquire,
    async run(act) {
      const release = await acquire();
      try {
        return await act();
      } finally {
        release();
      }
    },
  };
}

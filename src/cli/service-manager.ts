import { execFile } from 'node:child_process';
import type { ServiceManagerConfig } from '../config.ts';

/** Whoever started the bot and wants to hear how it is: systemd, by the protocol of sd_notify(3). */
export interface ServiceManager {
  /** Sends variables such as `READY=1`; a failure is told once, and nothing is thrown. */
  tell(...variables: readonly string[]): void;
  /** Ends the watchdog's signs of life; resolves when all that was told is sent. */
  close(): Promise<void>;
}

/** Sends variables to the service manager; throws where that fails. */
export type Send = (variables: readonly string[]) => Promise<void>;

/**
 * Tells the service manager that is there, and from then on at half its watchdog's period that the event loop still turns, as
 * sd_watchdog_enabled(3) recommends. Where none listens (`undefined`) nothing is ever sent.
 */
export function serviceManager(
  config: ServiceManagerConfig | undefined,
  failed: (error: unknown) => void,
  send: Send = sendBySystemd,
): ServiceManager {
  if (config === undefined) return { tell() {}, async close() {} };
  const sending = new Set<Promise<void>>();
  let hasFailed = false;
  const tell = (...variables: readonly string[]) => {
    const sent = send(variables)
      .catch((error: unknown) => {
        if (!hasFailed) failed(error);
        hasFailed = true;
      })
      .finally(() => sending.delete(sent));
    sending.add(sent);
  };
  const { watchdogMs } = config;
  const timer = watchdogMs === undefined ? undefined : setInterval(tell, watchdogMs / 2, 'WATCHDOG=1');
  timer?.unref();
  return {
    tell,
    async close() {
      clearInterval(timer);
      await Promise.all(sending);
    },
  };
}

/** How long one message may take, in ms. */
const SEND_MS = 5_000;

/** By systemd's own program, since Node.js has no datagram sockets of Unix: some milliseconds of CPU a message. */
function sendBySystemd(variables: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('systemd-notify', variables, { timeout: SEND_MS }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

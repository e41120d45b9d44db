import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { startBot } from './bot.ts';

/** In place of systemd's own program: it writes down what it was told to send. */
const NOTIFY = `#!/bin/sh
echo "$@" >> "$NOTIFY_SOCKET"
`;

test.skipIf(process.platform === 'win32')(
  'systemd hears when the bot is connected, and that it stops',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ibid-notify-'));
    writeFileSync(join(folder, 'systemd-notify'), NOTIFY, { mode: 0o755 });
    const told = join(folder, 'told');
    const bot = await startBot({ NOTIFY_SOCKET: told, PATH: `${folder}${delimiter}${process.env.PATH}` });
    expect(await bot.stop()).toBe(0);
    const lines = readFileSync(told, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toMatch(/^READY=1 STATUS=Connected to Discord; (?:\d+ articles|reading the archive)/u);
    const states = lines.slice(0, -1).map((line) => line.replace(/^READY=1 /u, ''));
    expect(states.at(-1)).toMatch(/^STATUS=Connected to Discord; \d+ articles, \d+ sentences$/u);
    expect(lines.at(-1)).toBe('STOPPING=1 STATUS=Stopping: SIGTERM');
    await bot.leave();
    rmSync(folder, { recursive: true });
  },
);

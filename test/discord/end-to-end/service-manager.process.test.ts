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
    expect(readFileSync(told, 'utf8')).toBe(
      'READY=1 STATUS=Connected to Discord\nSTOPPING=1 STATUS=Stopping: SIGTERM\n',
    );
    await bot.leave();
    rmSync(folder, { recursive: true });
  },
);

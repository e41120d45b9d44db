import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for the test that runs. */
export function inFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ibid-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/package.ts';

const ROOT = packageRoot();

/** What the linter says of a file of these lines: `npm run check` runs it over all of them. */
function lint(text: string): string {
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const folder = mkdtempSync(join(tmpdir(), 'ibid-lint-'));
  try {
    const file = join(folder, 'planted.ts');
    writeFileSync(file, text);
    const words = ['lint', `--config-path=${ROOT}`, '--vcs-enabled=false', file];
    const { stdout, stderr } = spawnSync(process.execPath, [biome, ...words], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const functionOf = (lines: number) =>
  `export function planted(): void {\n${"  console.log('');\n".repeat(lines - 2)}}\n`;

test('a function of 81 lines is refused, one of 80 is not', () => {
  expect(lint(functionOf(80))).not.toContain('noExcessiveLinesPerFunction');
  expect(lint(functionOf(81))).toContain('noExcessiveLinesPerFunction');
});

test('a sixth positional parameter is refused, five are not', () => {
  const withParameters = (names: string) => `export const planted = (${names}) => [${names}];\n`;
  expect(lint(withParameters('a, b, c, d, e'))).not.toContain('useMaxParams');
  expect(lint(withParameters('a, b, c, d, e, f'))).toContain('useMaxParams');
});

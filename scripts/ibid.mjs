/** `npm start`, `npm run ask …`: the built program with the verbs of tools/, or one line on how to build it. */
import { existsSync } from 'node:fs';

const program = new URL('../dist/tools/cli.js', import.meta.url);

if (existsSync(program)) {
  await import(program.href);
} else {
  console.error(
    'ibid: dist/ is not built: run npm ci && npm prune --omit=dev (or npm ci, to develop), and try again',
  );
  process.exitCode = 1;
}

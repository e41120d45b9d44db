/** `npm start`, `npm run ask …`: the built program, with the verbs of tools/ where they are, or one line on how to build it. */
import { existsSync } from 'node:fs';

const programs = ['../dist/tools/cli.js', '../dist/src/cli/cli.js'].map(
  (path) => new URL(path, import.meta.url),
);
const program = programs.find((url) => existsSync(url));

if (program) {
  await import(program.href);
} else {
  console.error(
    'ibid: dist/ is not built: run npm ci && npm prune --omit=dev (or npm ci, to develop), and try again',
  );
  process.exitCode = 1;
}

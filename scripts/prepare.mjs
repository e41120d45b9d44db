/** npm's `prepare`: builds `dist/` where the compiler is installed, and says in one line what to do where it is not. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Also on a Node.js that is too old to start what is built: that is said then.
const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

if (existsSync(compiler)) {
  // What is no longer there to build is no longer run: the folders of verbs and commands are scanned.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const options = { cwd: root, stdio: 'inherit' };
  process.exitCode =
    spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], options).status ?? 1;
} else if (!existsSync(join(root, 'dist/src/cli/cli.js'))) {
  // The install succeeds all the same: a built dist/ may still be copied beside it. `npm start` says this line too.
  console.warn(
    'ibid: dist/ is not built, and TypeScript is not installed: run npm ci && npm prune --omit=dev',
  );
}

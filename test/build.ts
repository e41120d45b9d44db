import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a command-line program built from the sources as they are now. */
    cli: string;
    /** The same with the verbs of tools/. */
    tools: string;
  }
}

/** Builds once a run, beside `dist/`, which may be stale; inside the package, so that its dependencies are found. */
export default function setup(project: TestProject): () => void {
  const root = resolve(import.meta.dirname, '..');
  const folder = join(root, '.ibid', `test-build-${process.pid}`);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // Type errors don't stop the build: they are `npm run check`'s to tell.
  spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', folder], { cwd: root });
  project.provide('cli', join(folder, 'src/cli/cli.js'));
  project.provide('tools', join(folder, 'tools/cli.js'));
  return () => rmSync(folder, { recursive: true, force: true });
}

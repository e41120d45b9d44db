import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where `package.json` and the shipped `corpus/` lie: the same from `src/` and from `dist/src/`. */
export function packageRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (nameIn(folder) === 'ibid') return folder;
    if (folder === dirname(folder)) throw new Error("the package's own package.json is missing");
  }
}

export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

function nameIn(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string }).name;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

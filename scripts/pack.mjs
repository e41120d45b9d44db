/**
 * npm's `prepack` and `postpack`: `package.json` as it is published, and as it was again.
 *
 * npm applies `overrides` of the package that it stands in alone, never of one that it installs: who installs the tarball would get all
 * that natural and warcio declare and Ibid never loads (mongoose, pg, redis …: 60 MB). So both travel inside the tarball, with the empty
 * packages in their dependencies' place. In the repository itself `bundleDependencies` would break `npm ci`: npm then looks for the
 * overrides' file beside natural.
 */
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../package.json', import.meta.url));
const kept = fileURLToPath(new URL('../package.json.unpacked', import.meta.url));

// Also after a pack that was killed.
if (existsSync(kept)) renameSync(kept, path);
if (process.argv[2] !== 'restore') {
  const {
    overrides,
    // For who works on Ibid.
    scripts,
    devDependencies,
    allowScripts,
    ...manifest
  } = JSON.parse(readFileSync(path, 'utf8'));
  copyFileSync(path, kept);
  const published = { ...manifest, bundleDependencies: Object.keys(overrides) };
  writeFileSync(path, `${JSON.stringify(published, null, 2)}\n`);
}

/** `npm run licences`: what production dependencies are licensed under, by package-lock.json, for all platforms; 1 where one has no licence. */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

const names = new Map();
for (const [path, { dev, license, version }] of Object.entries(packages)) {
  // The first entry is Ibid itself.
  if (path === '' || dev) continue;
  const licence = license && !/^(?:UNLICENSED|SEE LICENSE)/iu.test(license) ? license : 'none';
  const name = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`;
  names.set(licence, new Set([...(names.get(licence) ?? []), name]));
}

for (const [licence, of] of [...names].sort(([, a], [, b]) => b.size - a.size)) {
  console.log(`${licence} (${of.size}): ${[...of].sort().join(' ')}`);
}
if (names.has('none')) {
  console.error(
    'licences: a package without a licence may not be passed on: replace it, or ask its authors for one',
  );
  process.exitCode = 1;
}

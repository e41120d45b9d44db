/** As `engines` in package.json says: an older one can't load some of the packages that Ibid needs. */
const OLDEST = [20, 19] as const;

/** sysexits' EX_CONFIG: trying again changes nothing. */
const EX_CONFIG = 78;

/** Runs the program, which loads what an old Node.js can't load; there it says so in one line instead. */
export async function onSupportedNode(program: () => Promise<void>): Promise<void> {
  const fault = tooOld(process.version);
  if (fault === undefined) return program();
  process.stderr.write(`${fault}\n`);
  process.exitCode = EX_CONFIG;
}

/** One line where this Node.js is too old for Ibid; nothing where it will do. `version` as in `process.version`. */
export function tooOld(version: string): string | undefined {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `ibid: this is Node.js ${version.slice(1)}, and Ibid needs ${OLDEST.join('.')} or newer: https://nodejs.org`;
}

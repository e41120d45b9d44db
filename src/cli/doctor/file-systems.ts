import { statfsSync } from 'node:fs';

/** Of Linux's `statfs` (linux/magic.h): drives whose locks and notices of changes can't be relied on. */
const NETWORK_DRIVES: ReadonlyMap<number, string> = new Map([
  [0x6969, 'a network drive (NFS)'],
  [0x517b, 'a network drive (SMB)'],
  [0xff534d42, 'a network drive (CIFS)'],
  [0xfe534d42, 'a network drive (SMB2)'],
  [0x01021997, 'a drive of another system (9p)'],
]);

/** What kind of network drive a path is on; `undefined` where it is on none, or this system doesn't say. */
export function networkDrive(path: string): string | undefined {
  return process.platform === 'linux' ? NETWORK_DRIVES.get(statfsSync(path).type) : undefined;
}

/** Bytes that this user may still write where the path is. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

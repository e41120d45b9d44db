import type { Finding } from '../doctor/finding.ts';
import { visible } from './visible.ts';

/** `warning  disk         312 MB free at /srv`, and `         -> make room` under it. */
export function renderFinding({ check, state, text, advice }: Finding): string {
  const line = `${state.padEnd(7)}  ${check.padEnd(11)}  ${visible(text)}`;
  return advice === undefined ? line : `${line}\n${' '.repeat(9)}-> ${visible(advice)}`;
}

#!/usr/bin/env node
/** `npm run ibid -- <verb>`: the verbs that everybody has, and those for who works on Ibid. */
import { join } from 'node:path';
import { onSupportedNode } from '../src/cli/node-version.ts';

await onSupportedNode(async () => {
  const { runCli, VERBS_FOLDER } = await import('../src/cli/run-cli.ts');
  await runCli(process.argv.slice(2), [VERBS_FOLDER, join(import.meta.dirname, 'verbs')]);
});

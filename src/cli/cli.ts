#!/usr/bin/env node
/** `ibid <verb>`. */
import { onSupportedNode } from './node-version.ts';

await onSupportedNode(async () => {
  const { runCli, VERBS_FOLDER } = await import('./run-cli.ts');
  await runCli(process.argv.slice(2), [VERBS_FOLDER]);
});

#!/usr/bin/env node
/** `npm run ibid -- <verb>`: the verbs that everybody has, and those for who works on Ibid. */
import { join } from 'node:path';
import { runCli, VERBS_FOLDER } from '../src/cli/run-cli.js';
await runCli(process.argv.slice(2), [VERBS_FOLDER, join(import.meta.dirname, 'verbs')]);

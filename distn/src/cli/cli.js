#!/usr/bin/env node
/** `ibid <verb>`. */
import { runCli, VERBS_FOLDER } from './run-cli.js';
await runCli(process.argv.slice(2), [VERBS_FOLDER]);

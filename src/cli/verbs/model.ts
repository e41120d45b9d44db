import { Argument, Command } from 'commander';
import { type HubConfig, readHubConfig } from '../../config.ts';
import { UsageError } from '../../usage-error.ts';
import { getModel } from '../models/get-model.ts';
import { listModels } from '../models/list-models.ts';
import { type ModelFolders, modelFoldersOf } from '../models/model-folders.ts';
import { removeModel } from '../models/remove-model.ts';

import { testModels } from '../models/test-models.ts';
import type { Output } from '../output.ts';
import { CORPUS, verb } from '../verb.ts';

export type ModelAction = 'get' | 'list' | 'remove' | 'test';
const ACTIONS: readonly ModelAction[] = ['get', 'list', 'remove', 'test'];

export default verb(
  new Command('model')
    .description('fetch, list, remove or test models that say which sentences answer')
    .addArgument(new Argument('<action>', 'what to do').choices(ACTIONS))
    .argument('[name]', 'of a model; of one to get: english, multilingual or OWNER/NAME')
    .option(...CORPUS)
    .addHelpText(
      'after',
      `
  get english       all-MiniLM-L6-v2, from the Hugging Face hub
  get multilingual  multilingual-e5-small
  get OWNER/NAME    any other one with config.json, tokenizer.json and onnx/model*.onnx
  list              those that are there, with what they take and where they are from
  remove NAME       deletes one that was fetched
  test [NAME]       loads one, or all, and says whether it works and how fast it is`,
    ),
  run,
);

export interface ModelFlags {
  readonly corpus?: string;
}

/** `ibid model`: nothing is fetched but by `get`. The exit code is 1 where a model could not be fetched or doesn't work. */
export async function run(
  action: ModelAction,
  name: string | undefined,
  flags: ModelFlags,
  output: Output,
): Promise<number> {
  const config = readHubConfig(flags);
  return act(action, name, { folders: modelFoldersOf(config), hub: config.hub }, output);
}

/** The same with folders and a hub that are given. */
export async function act(
  action: ModelAction,
  name: string | undefined,
  { folders, hub }: { readonly folders: ModelFolders; readonly hub: HubConfig['hub'] },
  output: Output,
): Promise<number> {
  if (action === 'list') return listModels(folders, output);
  if (action === 'test') return testModels(folders, name, output);
  if (name === undefined) throw new UsageError(`ibid model ${action}: which one? ${NAMES[action]}`);
  if (action === 'remove') return removeModel(folders, name, output);
  return getModel({ fetched: folders.fetched, hub, name }, output);
}

const NAMES = {
  get: 'english, multilingual, or OWNER/NAME as it stands on huggingface.co',
  remove: 'ibid model list says which there are',
};

import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { modelFoldersOf } from '../../../src/cli/models/model-folders.ts';
import { act, type ModelAction } from '../../../src/cli/verbs/model.ts';
import { readHubConfig } from '../../../src/config.ts';
import { type Files, folderOf } from '../../ingest/folder.ts';
import { type HubModelFixture, type HubSite, hubSite } from '../../web/hub/hub-site.ts';

export interface ModelsWorld extends HubSite {
  /** The folder of models. */
  readonly models: string;
  /** `ibid model …`: what it wrote, without addresses and folders of this run. */
  model(action: ModelAction, name?: string): Promise<{ code: number; text: string }>;
}

/** `ibid model` with a hub of this machine, and these models in its data folder. */
export async function modelsWorld(model: HubModelFixture = {}, files: Files = {}): Promise<ModelsWorld> {
  const site = await hubSite(model);
  const corpus = await folderOf({ 'a.txt': 'A text.' });
  const data = await folderOf(files);
  const models = join(data, 'models');
  const set = (name: string, value: string) => vi.stubEnv(name, value);
  set('IBID_DATA', data);
  set('HF_ENDPOINT', `${site.hub.url}/`);
  onTestFinished(() => void vi.unstubAllEnvs());
  return {
    ...site,
    models,
    async model(action, name) {
      const lines: string[] = [];
      const note = (text: string) => void lines.push(text);
      const config = readHubConfig({ corpus });
      // What comes with Ibid is another matter in each version of it.
      const folders = { ...modelFoldersOf(config), shipped: join(data, 'shipped') };
      const output = { write: note, warn: note };
      const code = await act(action, name, { folders, hub: config.hub }, output);
      return { code, text: lines.join('\n').replaceAll(models, 'MODELS') };
    },
  };
}

/** What `ibid model` says that goes wrong, without the addresses of this run. */
export async function complaintOf(
  { model, hub, store, models }: ModelsWorld,
  ...asked: Parameters<ModelsWorld['model']>
): Promise<string> {
  const error = await model(...asked).then(
    ({ text }) => expect.fail(`no error, but: ${text}`),
    (error: Error) => error,
  );
  return error.message
    .replaceAll(hub.url, 'HUB')
    .replaceAll(hub.host, 'HUB')
    .replaceAll(store.host, 'STORE')
    .replaceAll(models, 'MODELS');
}

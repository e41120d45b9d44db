import { basename } from 'node:path';
import type { HubConfig } from '../../config.ts';
import { readModelFolder } from '../../encoder/model-folder.ts';
import { chooseFiles, megabytes, thisCpu, type Wanted } from '../../web/hub/choose-files.ts';
import { downloadModel, folderFor, isFetched, type ModelDownload } from '../../web/hub/download-model.ts';
import { openHub } from '../../web/hub/hub-client.ts';
import { type HubModel, readHubModel } from '../../web/hub/hub-model.ts';
import { requiredHubName } from '../../web/hub/hub-name.ts';
import type { Output } from '../output.ts';
import { progressBar, stateOfReading } from '../progress.ts';
import { oneLine } from '../terminal/error.ts';
import { visible } from '../terminal/visible.ts';

export interface AskedModel {
  /** The folder of models that were fetched. */
  readonly fetched: string;
  readonly hub: HubConfig['hub'];
  /** As it was typed. */
  readonly name: string;
}

/** Fetches a model, and says what it is before. Throws a `UsageError` for a name that is none, a `HubError` with what to do. */
export async function getModel({ fetched, hub: options, name }: AskedModel, output: Output): Promise<number> {
  const hubName = requiredHubName(name);
  const hub = openHub(options);
  const model = await readHubModel(hub, hubName);
  const wanted = chooseFiles(model, thisCpu());
  const download = { hub, model, wanted, folder: folderFor(fetched, hubName) };
  output.write(aboutOf(model, wanted));
  const isThere = await isFetched(download);
  if (!isThere) await fetchWithBar(download);
  output.write(isThere ? `It is there already: ${download.folder}` : `Fetched to ${download.folder}`);
  return useOf(download.folder, output);
}

function aboutOf({ name, revision, licence }: HubModel, { size, weights }: Wanted): string {
  return [
    `${name} at ${revision.slice(0, 7)}`,
    licence === undefined ? 'licence: the model names no licence' : `licence: ${visible(licence)}`,
    `${megabytes(size)}, with ${weights.path} (${weights.why})`,
  ].join('\n');
}

async function fetchWithBar(download: ModelDownload): Promise<void> {
  const { size } = download.wanted;
  const bar = await progressBar(size, '{bar} {percentage} %{state}');
  const began = performance.now();
  try {
    await downloadModel(download, (bytes) =>
      bar.update(bytes, stateOfReading(bytes, size, performance.now() - began)),
    );
  } finally {
    bar.stop();
  }
}

/** The model's own files may not say all that is needed to use it: whoever runs Ibid can add it there. */
async function useOf(folder: string, output: Output): Promise<number> {
  try {
    await readModelFolder(folder);
    output.write(`Use it: IBID_MODEL=${basename(folder)}`);
    return 0;
  } catch (error) {
    output.warn(`ibid: it can't be used as it is: ${oneLine(error)}`);
    return 1;
  }
}

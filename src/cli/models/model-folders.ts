import { join } from 'node:path';
import type { HubConfig } from '../../config.ts';
import { modelsFolder } from '../../data-folder.ts';
import { foldersInUse } from '../../encoder/models-in-use.ts';
import { packageRoot } from '../../package.ts';

/** Where models lie, as absolute paths. */
export interface ModelFolders {
  /** One folder for each that was fetched. */
  readonly fetched: string;
  /** One for each that comes with Ibid; it need not be there. */
  readonly shipped: string;
  /** The folders of those that questions are asked. */
  readonly inUse: readonly string[];
}

export function modelFoldersOf(config: Pick<HubConfig, 'data' | 'model'>): ModelFolders {
  return {
    fetched: modelsFolder(config.data),
    shipped: join(packageRoot(), 'models'),
    inUse: foldersInUse(config),
  };
}

import { join } from 'node:path';
import type { HubConfig } from '../../config.ts';
import { modelsFolder } from '../../data-folder.ts';
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

export function modelFoldersOf({ data, models }: Pick<HubConfig, 'data' | 'models'>): ModelFolders {
  return { fetched: modelsFolder(data), shipped: join(packageRoot(), 'models'), inUse: models };
}

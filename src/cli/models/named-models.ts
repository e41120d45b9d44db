import { hubNameOf } from '../../web/hub/hub-name.ts';
import type { StoredModel } from '../../web/hub/stored-models.ts';

/** Those of a name: the folder's, or else the one that it was fetched by (`english`, OWNER/NAME). A download may lie beside. */
export function namedModels(models: readonly StoredModel[], name: string): StoredModel[] {
  const named = models.filter((model) => model.name === name);
  const hubName = hubNameOf(name);
  return named.length > 0
    ? named
    : models.filter(({ source }) => source !== undefined && source.model === hubName);
}

import { foldersInUse, modelsInUse } from '../../encoder/models-in-use.ts';
import { runtimeFault } from '../../encoder/onnx.ts';
import { modelText } from '../terminal/model-text.ts';
import { type Finding, ok, warning } from './finding.ts';

/** Which models order sentences, for which languages, and whether they can run here. Without them the bot answers by words alone. */
export async function checkModels(
  config: Parameters<typeof foldersInUse>[0],
  fault = runtimeFault,
): Promise<Finding[]> {
  const faults: string[] = [];
  const models = await modelsInUse(foldersInUse(config), (line) => void faults.push(line));
  const unusable = faults.map((line) => warning('models', line, 'ibid model list, ibid model get'));
  if (models.length === 0) {
    const none = config.model === 'off' ? 'off, as IBID_MODEL says' : 'none';
    return [ok('models', `${none}: sentences are ordered by words alone`), ...unusable];
  }
  const cannotRun = await fault();
  const names = models.map(modelText).join('; ');
  if (cannotRun === undefined) return [ok('models', names), ...unusable];
  return [warning('models', `${names}, not used: ${cannotRun}`), ...unusable];
}

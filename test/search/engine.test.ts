import { miniSearchEngine } from '../../src/search/minisearch.ts';
import { segmentEngine } from '../../src/search/segments.ts';
import { engineContract } from './engine-contract.ts';
import { inFolder } from './folder.ts';

engineContract('MiniSearch', miniSearchEngine);
engineContract('live part', segmentEngine);
engineContract('segments', () => {
  const engine = segmentEngine(inFolder());
  return {
    ...engine,
    add(document) {
      engine.add(document);
      engine.save();
    },
  };
});

import { segmentEngine } from '../../../src/index/engines/memory-segments.ts';
import { miniSearchEngine } from '../../../src/index/engines/minisearch.ts';
import { engineContract } from './engine-contract.ts';
import { ListedSegments } from './listed-segments.ts';

engineContract('MiniSearch', miniSearchEngine);
engineContract('segment in memory', segmentEngine);
engineContract('segments', () => {
  const listed = new ListedSegments();
  return { ...listed.engine, add: (document) => listed.write([document]) };
});

import { miniSearchEngine } from '../../src/search/minisearch.ts';
import { segmentEngine } from '../../src/search/segments.ts';
import { engineContract } from './engine-contract.ts';
import { ListedSegments } from './listed-segments.ts';

engineContract('MiniSearch', miniSearchEngine);
engineContract('live part', segmentEngine);
engineContract('segments', () => {
  const listed = new ListedSegments();
  return { ...listed.engine, add: (document) => listed.write([document]) };
});

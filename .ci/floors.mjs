// Quality floors over the question sets beside the repository, where they are there.
import { execFileSync } from 'node:child_process';

const FLOORS = [
  { set: 'squad-a', p1: 0.725, mrr10: 0.8 },
  { set: 'qamr-news-dev', p1: 0.645, mrr10: 0.72 },
];

let failed = false;
for (const { set, p1, mrr10 } of FLOORS) {
  const folder = `../shared/eval/${set}`;
  const words = ['eval', '--corpus', folder, '--questions', `${folder}/questions.jsonl`, '--json'];
  const measures = JSON.parse(execFileSync('node', ['dist/src/cli.js', ...words], { encoding: 'utf8' }));
  const good = measures.p1 >= p1 && measures.mrr10 >= mrr10;
  failed ||= !good;
  console.log(
    `${set}: P@1 ${measures.p1} (floor ${p1}), MRR@10 ${measures.mrr10} (floor ${mrr10}), p50 ${measures.ms.p50} ms`,
  );
}
const sentences = ['gum-news-all', 'pragmatic-english'].map((name) => `../shared/sentences/${name}.jsonl`);
console.log(execFileSync('node', ['dist/src/cli.js', 'eval-sentences', ...sentences], { encoding: 'utf8' }));
process.exit(failed ? 1 : 0);

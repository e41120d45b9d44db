import { expect, test } from 'vitest';
import { readQuestions } from '../../../tools/eval/questions.ts';

const read = (...lines: string[]) => readQuestions(lines.join('\n'), 'q.jsonl', true).questions;
const fails = (line: string, message: string) =>
  expect(() => read('{"question": "fine", "expected": []}', line)).toThrow(`q.jsonl:2: ${message}`);

test('lines are questions; the kind is ask unless the line says', () => {
  expect(
    read(
      '{"id": "1", "command": "where", "question": "Idlib", "expected": [{"article": "a", "start": 0, "end": 5}]}',
      '',
      '{"question": "Who?", "expected": [{"article": "a", "quote": "he"}]}\r',
    ),
  ).toEqual([
    { kind: 'where', text: 'Idlib', expected: [{ article: 'a', start: 0, end: 5 }] },
    { kind: 'ask', text: 'Who?', expected: [{ article: 'a', quote: 'he' }] },
  ]);
});

test('a broken line is named', () => {
  fails('{"question": ', 'is not JSON');
  fails('{"expected": []}', 'question must be a text');
  fails('{"question": "a"}', 'expected must be a list');
  fails('{"question": "a", "expected": [{"article": "a"}]}', 'expected.0 must be {article, start, end}');
  fails('{"question": "a", "expected": [{"article": "a", "start": 5, "end": 5}]}', 'expected.0 must be');
  fails('{"command": "whom", "question": "a", "expected": []}', 'command must be one of who, what');
  fails('7', 'must be an object');
});

test('a file without questions is an error', () => {
  expect(() => read('')).toThrow('q.jsonl: holds no questions');
});

test('a .json that is not SQuAD says so', () => {
  expect(() => readQuestions('{"a": 1}', 'q.json', true)).toThrow('q.json: is not SQuAD: it has no "data"');
  expect(() => readQuestions('{', 'q.json', true)).toThrow('q.json: is not JSON');
});

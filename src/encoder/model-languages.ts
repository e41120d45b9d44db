import { join } from 'node:path';
import { parse } from 'yaml';
import { codeOf } from '../text/languages/language.ts';
import type { EncoderModel } from './encoder.ts';
import type { ModelFamily } from './families.ts';
import { ModelError } from './model-error.ts';
import { type ModelConfig, readOptional } from './model-json.ts';

/**
 * Languages that a model is made for: `language` of its `config.json`, of its card's front matter (`README.md`), or of its
 * family. Throws `ModelError` where none says.
 */
export async function languagesOf(
  folder: string,
  inConfig: ModelConfig['language'],
  family: ModelFamily | undefined,
): Promise<EncoderModel['languages']> {
  const said = listOf(inConfig) ?? listOf(await languageInCard(join(folder, 'README.md')));
  if (said) return said.includes('multilingual') ? 'any' : said;
  if (family) return family.languages;
  throw new ModelError(
    join(folder, 'config.json'),
    'doesn\'t say for which languages the model is made: add "language": "en", or ["en", "de"], or "multilingual"',
  );
}

function listOf(language: unknown): string[] | undefined {
  const list = (Array.isArray(language) ? language : [language]).filter((one) => typeof one === 'string');
  return list.length > 0 ? list : undefined;
}

/** https://huggingface.co/docs/hub/model-cards#model-card-metadata */
async function languageInCard(path: string): Promise<unknown> {
  const yaml = /^---\r?\n(.*?)^---/msu.exec((await readOptional(path)) ?? '')?.[1];
  if (yaml === undefined) return undefined;
  try {
    return parse(yaml)?.language;
  } catch {
    // People write cards: one that isn't YAML says nothing.
    return undefined;
  }
}

/** Whether a model is made for a language, by its code (`codeOf`). */
export function isFor({ languages }: EncoderModel, code: string | undefined): boolean {
  return languages === 'any' || languages.some((language) => codeOf(language) === code);
}

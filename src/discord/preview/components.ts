import { build } from 'esbuild';
import { packageRoot } from '../../package.ts';

/** The elements that a page is made of; what they need themselves comes with them. */
const ELEMENTS = [
  'action-row',
  'attachments',
  'bold',
  'button',
  'code',
  'command',
  'embed',
  'embed-description',
  'embed-field',
  'embed-fields',
  'embed-footer',
  'header',
  'italic',
  'link',
  'message',
  'messages',
  'quote',
  'spoiler',
  'subscript',
  'time',
  'underlined',
];

/** discord-components as one script, so that a page of them needs no server and no network. */
export async function componentsScript(): Promise<string> {
  const contents = ELEMENTS.map((name) => `import '@skyra/discord-components-core/discord-${name}.js';`);
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: packageRoot() },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    // The licences ask for their notices to go along.
    legalComments: 'eof',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

import { build } from 'esbuild';
import { packageRoot } from '../../src/package.ts';
import { LOOK } from './look.ts';

/** The elements that a page is made of; what they need themselves comes with them. */
const ELEMENTS = [
  'code',
  'command',
  'header',
  'link',
  'message',
  'messages',
  'quote',
  'spoiler',
  'subscript',
  'time',
];

/** discord-components as one script, so that a page of them needs no server and no network. */
export async function componentsScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: sourceOf(ELEMENTS), resolveDir: packageRoot() },
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

/** Lit takes further styles until the first element of a kind is made, which is further down the page. */
function sourceOf(names: readonly string[]): string {
  const imports = names.map((name) => `import '@skyra/discord-components-core/discord-${name}.js';`);
  const styles = Object.entries(LOOK).map(
    ([name, css]) =>
      `customElements.get('discord-${name}').elementStyles.push(unsafeCSS(${JSON.stringify(css)}));`,
  );
  return ["import { unsafeCSS } from 'lit';", ...imports, ...styles].join('\n');
}

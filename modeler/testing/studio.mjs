// A browser with a Modeler in it, for tests and for pictures.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, copyFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launch } from './browser.js';

const here = dirname(fileURLToPath(import.meta.url));

/** The project's root. */
export const root = join(here, '..', '..');

/** Reads a file of the project. */
export const read = path => readFileSync(join(root, path), 'utf8');

/** Paths of all files in a folder of the project with this ending, folders in it left out. */
export const files = (folder, ending) =>
  readdirSync(join(root, folder))
    .filter(each => each.endsWith(ending))
    .sort()
    .map(each => `${folder}/${each}`);

/** All element templates, by file name without ending. */
export const templates = Object.fromEntries(
  files('.camunda/element-templates', '.json').map(each => [
    each.slice(each.lastIndexOf('/') + 1, -'.json'.length),
    JSON.parse(read(each))
  ])
);

/** Every diagram that is shipped, the starter included. */
export const diagrams = ['processes', 'processes/samples', 'processes/templates'].flatMap(each => files(each, '.bpmn'));

/** Opens a browser with a Modeler. */
export async function openStudio({ width = 1400, height = 800 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'journey-studio-'));
  await build({
    entryPoints: [join(here, 'studio-page.mjs')],
    outfile: join(folder, 'studio.js'),
    bundle: true,
    format: 'iife',
    globalName: 'studio',
    loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl' },
    logLevel: 'error'
  });
  await copyFile(join(here, 'studio.html'), join(folder, 'studio.html'));
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width, height } });
  const complaints = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));

  return {
    page,
    /** What the page has complained about since it was opened last. */
    complaints,
    /** Begins with an empty page. */
    async fresh() {
      complaints.length = 0;
      await page.goto(pathToFileURL(join(folder, 'studio.html')).href);
    },
    async edit(xml, all = Object.values(templates)) {
      await this.fresh();
      return page.evaluate(([text, list]) => window.studio.edit(text, list), [xml, all]);
    },
    async show(xml) {
      await this.fresh();
      return page.evaluate(text => window.studio.show(text), xml);
    },
    async table(xml) {
      await this.fresh();
      return page.evaluate(text => window.studio.table(text), xml);
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true });
    }
  };
}

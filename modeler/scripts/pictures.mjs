// Takes the pictures that the documentation shows into docs/pictures: node scripts/pictures.mjs
// Takes those of every diagram and table, to be looked at: node scripts/pictures.mjs FOLDER
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagrams, files, openStudio, read, root } from '../testing/studio.mjs';

const looked = process.argv[2];
const folder = looked || join(root, 'docs', 'pictures');
const shown = files('docs', '.md').map(read).join();
const wanted = name => Boolean(looked) || shown.includes(`pictures/${name}.png`);
const WIDEST = 2400;
const MARGIN = 30;

mkdirSync(folder, { recursive: true });
const studio = await openStudio();
const { page } = studio;

const take = async (name, options = {}) => {
  await page.screenshot({ path: join(folder, `${name}.png`), ...options });
  console.log(name);
};

/** A whole diagram, as wide as the documentation has room. */
async function diagram(path) {
  const { box } = await studio.show(read(path));
  const scale = Math.min(1, (WIDEST - 2 * MARGIN) / box.width);
  const size = {
    width: Math.ceil(box.width * scale) + 2 * MARGIN,
    height: Math.ceil(box.height * scale) + 2 * MARGIN
  };
  await page.setViewportSize(size);
  await page.evaluate(([inner, zoom, margin]) => {
    const canvas = window.viewer.get('canvas');
    canvas.resized();
    canvas.viewbox({
      x: inner.x - margin / zoom,
      y: inner.y - margin / zoom,
      width: inner.width + 2 * margin / zoom,
      height: inner.height + 2 * margin / zoom
    });
  }, [box, scale, MARGIN]);
  await take(basename(path, '.bpmn'));
}

/** A decision table, all of it. */
async function decision(path) {
  await page.setViewportSize({ width: 2400, height: 1200 });
  await studio.table(read(path));
  const size = await page.evaluate(() => {
    const { right, bottom } = document.querySelector('.tjs-table').getBoundingClientRect();
    return { width: Math.ceil(right) + 20, height: Math.ceil(bottom) + 20 };
  });
  await page.setViewportSize(size);
  await take(basename(path, '.dmn'));
}

/** The Modeler with something selected, the panel's groups of these names open. */
async function panel(name, path, id, groups, prepare = () => undefined) {
  if (!wanted(name)) {
    return;
  }
  await page.setViewportSize({ width: 1280, height: 760 });
  await studio.edit(read(path));
  await page.evaluate(element => {
    const shape = window.modeler.get('elementRegistry').get(element);
    const canvas = window.modeler.get('canvas');
    const { width, height } = canvas.getSize();
    canvas.viewbox({
      x: shape.x + shape.width / 2 - width * 0.6,
      y: shape.y + shape.height / 2 - height * 0.35,
      width,
      height
    });
    window.modeler.get('selection').select(shape);
  }, id);
  await page.waitForSelector('#panel .bio-properties-panel-group');
  for (const each of groups) {
    await page.locator('#panel .bio-properties-panel-group-header', { hasText: each }).first().click();
  }
  await prepare();
  // what is typed is taken over, and judged, a moment later
  await page.waitForTimeout(1000);
  await take(name);
}

for (const each of diagrams.filter(path => wanted(basename(path, '.bpmn')))) {
  await diagram(each);
}
for (const each of files('dmn', '.dmn').filter(path => wanted(basename(path, '.dmn')))) {
  await decision(each);
}

const starter = 'processes/templates/starter.bpmn';
await panel('modeler-starter', starter, 'first-phase', ['Phase']);
await panel('modeler-touchpoint', starter, 'first-visit', ['General', 'Who meets the customer']);
await panel('modeler-next-step', starter, 'handler-to-technician', ['General', 'Handoff']);
await panel('modeler-mistake', starter, 'first-visit', ['General', 'What happens next'], async () => {
  await page.getByLabel('Next step').fill('second visit');
  await page.getByLabel('Within', { exact: true }).fill('two days');
  await page.keyboard.press('Tab');
});
await panel('modeler-templates', starter, 'first-visit', [], async () => {
  await page.evaluate(() => {
    const plain = window.modeler.get('elementTemplates').removeTemplate(
      window.modeler.get('elementRegistry').get('first-visit')
    );
    window.modeler.get('selection').select(plain);
  });
});

await studio.close();

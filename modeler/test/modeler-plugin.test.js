const assert = require('node:assert/strict');
const { mkdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { after, before, describe, test } = require('node:test');
const { build } = require('esbuild');
const buildPlugin = require('../scripts/build');
const { SKIPPED, launch } = require('../testing/browser');
const { ROOT } = require('../testing/models');

const PLUGIN = path.join(ROOT, 'modeler', 'camunda-modeler-plugin-journey');
const SHOTS = path.join(ROOT, 'target', 'modeler');
const CLAIM = readFileSync(path.join(ROOT, 'processes', 'water-damage-claim.bpmn'), 'utf8');

test('the Modeler\'s own linter takes the rules', async () => {
  const { outputFiles: [ bundle ] } = await build({
    stdin: {
      contents: `export { Linter } from '@camunda/linting';
        export * as rules from './camunda-modeler-plugin-journey/client/lint';`,
      resolveDir: path.join(ROOT, 'modeler')
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false
  });
  const loaded = { exports: {} };
  new Function('module', 'require', bundle.text)(loaded, require);
  const { Linter, rules } = loaded.exports;
  const linter = new Linter({ type: 'platform', plugins: [ rules ] });

  const found = await linter.lint(CLAIM.replace('name="journey.channel" value="phone"', 'name="journey.channel" value="fone"'));

  assert.deepEqual(found.filter(({ category }) => category === 'error').map(({ id, rule }) => ({ id, rule })),
    [ { id: 'report-damage', rule: 'journey/touchpoint-channel' } ]);
});

describe('the Modeler plugin in a browser', { skip: SKIPPED }, () => {
  let browser;
  let modelerPage;

  before(async () => {
    await buildPlugin();
    modelerPage = await build({
      entryPoints: [ path.join(ROOT, 'modeler', 'testing', 'page.js') ],
      bundle: true,
      format: 'iife',
      loader: { '.eot': 'dataurl', '.svg': 'dataurl' },
      outdir: 'out',
      write: false
    });
    mkdirSync(SHOTS, { recursive: true });
    browser = await launch();
  });

  after(() => browser?.close());

  /** Opens a diagram as the Modeler does: the plugin's own files first, then the editor that takes up what they register. */
  async function opened(xml) {
    const page = await browser.newPage({ viewport: { width: 1800, height: 460 }, deviceScaleFactor: 2 });
    const failures = [];
    page.on('pageerror', (error) => failures.push(error.message));
    await page.setContent('<style>body { margin: 0 } #canvas { height: 100vh }</style><div id="canvas"></div>');
    const { script, style } = require(PLUGIN);
    await page.addStyleTag({ path: path.join(PLUGIN, style) });
    await page.addScriptTag({ path: path.join(PLUGIN, script) });
    for (const { path: file, text } of modelerPage.outputFiles) {
      await (file.endsWith('.css') ? page.addStyleTag({ content: text }) : page.addScriptTag({ content: text }));
    }
    const warnings = await page.evaluate((diagram) => window.open(diagram), xml);
    assert.deepEqual({ warnings, failures }, { warnings: [], failures: [] });
    return page;
  }

  const legend = (page) => page.$$eval('.journey-legend li', (lines) => lines.map((line) => line.textContent));
  const marked = (page, marker) => page.$$eval(`g.djs-element.journey-${marker}`, (shapes) =>
    shapes.map((shape) => shape.dataset.elementId));
  const colours = (page, id) => page.$eval(`g[data-element-id="${id}"] > .djs-visual > :first-child`, (shape) => {
    const { stroke, fill } = getComputedStyle(shape);
    return { stroke, fill };
  });

  test('marks phases, touchpoints and handoffs, and says in a legend what the marks mean', async () => {
    const page = await opened(CLAIM);

    assert.equal(await page.isVisible('.journey-legend'), true);
    const count = (pattern) => CLAIM.match(pattern).length;
    assert.deepEqual(await legend(page), [
      `Phase${count(/name="journey\.phase"/g)}`,
      `Moment of truth${count(/name="journey\.moment" value="truth"/g)}`,
      `Touchpoint${count(/name="journey\.touchpoint"/g)}`,
      `Handoff${count(/name="journey\.handoff\.to"/g)}`,
      `Handles an escalation${count(/triggeredByEvent="true"/g)}`
    ]);
    assert.deepEqual(await marked(page, 'phase'), [ 'report', 'find-and-stop-the-leak', 'dry-out', 'restore', 'settle' ]);
    assert.ok((await marked(page, 'truth')).includes('report-damage'));
    assert.ok((await marked(page, 'touchpoint')).includes('leak-search'));
    assert.ok((await marked(page, 'handoff')).includes('plumber-to-drying-firm'));
    const badges = await page.$$eval('.journey-badge', (nodes) => nodes.map((node) => node.textContent));
    assert.ok(badges.includes('→ leak-finder'), badges.join());
    await page.screenshot({ path: path.join(SHOTS, 'water-damage-claim.png') });
  });

  test('paints what nobody has painted, and leaves the owner\'s colours alone', async () => {
    const plain = await opened(CLAIM.replace(/ (?:bioc|color):[\w-]+="[^"]*"/g, ''));
    assert.deepEqual(await colours(plain, 'report-damage'), { stroke: 'rgb(180, 83, 9)', fill: 'rgb(253, 233, 195)' });
    assert.deepEqual(await colours(plain, 'leak-search'), { stroke: 'rgb(15, 118, 110)', fill: 'rgb(255, 255, 255)' });
    await plain.screenshot({ path: path.join(SHOTS, 'painted-by-the-plugin.png') });

    const own = await opened(CLAIM.replaceAll('#0F766E', '#123456'));
    assert.equal((await colours(own, 'leak-search')).stroke, 'rgb(18, 52, 86)');
  });

  test('follows what is drawn', async () => {
    const page = await opened(CLAIM);
    const before = await marked(page, 'touchpoint');

    await page.evaluate(() => {
      const task = window.modeler.get('elementRegistry').get('leak-search');
      window.modeler.get('modeling').updateProperties(task, { extensionElements: undefined });
    });

    assert.deepEqual(await marked(page, 'touchpoint'), before.filter((id) => id !== 'leak-search'));
    assert.ok((await legend(page)).includes(`Touchpoint${CLAIM.match(/name="journey\.touchpoint"/g).length - 1}`));
  });

  test('shows no legend where there is no journey', async () => {
    const page = await opened(CLAIM.replace(/<camunda:property name="journey[^>]*>/g, '').replace(/<bpmn:escalationEventDefinition[^>]*>/g, ''));
    assert.equal(await page.isVisible('.journey-legend'), false);
    assert.deepEqual(await marked(page, 'phase'), []);
  });

  test('shows in the editor what the rules find', async () => {
    const page = await opened(CLAIM.replace('name="journey.channel" value="phone"', 'name="journey.channel" value="fone"'));

    const found = await page.evaluate(() => window.modeler.get('linting').lint());

    assert.deepEqual(found['journey/touchpoint-channel'].map(({ id, category }) => ({ id, category })),
      [ { id: 'report-damage', category: 'error' } ]);
    assert.match(found['journey/touchpoint-channel'][0].message, /Did you mean 'phone'\?/);
    await page.evaluate(() => window.modeler.get('linting').update());
    await page.waitForSelector('.bjsl-overlay');
    await page.screenshot({ path: path.join(SHOTS, 'what-the-rules-find.png'), scale: 'css' });
  });

  test('shows hostile texts as texts', async () => {
    const page = await opened(CLAIM.replaceAll('value="leak-finder"', 'value="&lt;img src=x onerror=window.hit=1>"'));
    await page.waitForSelector('.journey-badge');
    assert.equal(await page.evaluate(() => window.hit), undefined);
    const badges = await page.$$eval('.journey-badge', (nodes) => nodes.map((node) => node.textContent));
    assert.ok(badges.includes('→ <img src=x onerror=window.hit=1>'), badges.join());
  });
});

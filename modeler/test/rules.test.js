const assert = require('node:assert/strict');
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { describe, test } = require('node:test');
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const plugin = require('bpmnlint-plugin-journey');
const { limits, rules, words } = require('bpmnlint-plugin-journey/rules.json');
const { READERS, ROOT, expected, lint, model, models, read, sorted } = require('../testing/models');

for (const reader of Object.keys(READERS)) {
  describe(`models read ${reader}`, () => {
    for (const name of models('good')) {
      test(`nothing is found in ${name}`, async () => {
        assert.deepEqual(await lint(await read(model('good', name), reader)), []);
      });
    }
    for (const name of models('bad')) {
      test(`${name} is found`, async () => {
        assert.deepEqual(sorted(await lint(await read(model('bad', name), reader))), sorted(expected(name)));
      });
    }
  });
}

describe('the shipped processes', () => {
  const folder = path.join(ROOT, 'processes');

  for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.bpmn'))) {
    test(`${file} has no finding, of these rules or the general ones`, async () => {
      const config = { extends: JSON.parse(readFileSync(path.join(ROOT, '.bpmnlintrc'), 'utf8')).extends };
      const linter = new Linter({ config, resolver: new NodeResolver({ require }) });
      assert.deepEqual(await linter.lint(await read(readFileSync(path.join(folder, file), 'utf8'))), {});
    });
  }
});

describe('the list of rules', () => {
  test('is complete: each rule is broken by a model', () => {
    const broken = new Set(models('bad').flatMap(expected).map(({ rule }) => rule));
    assert.deepEqual(rules.map(({ name }) => name).filter((name) => !broken.has(name)), []);
  });

  test('names the files that hold the rules', () => {
    const folder = path.join(ROOT, 'modeler', 'bpmnlint-plugin-journey', 'rules');
    assert.deepEqual(readdirSync(folder).sort(), rules.map(({ name }) => `${name}.js`).sort());
  });

  test('is the one the README shows', () => {
    const readme = readFileSync(path.join(ROOT, 'modeler', 'README.md'), 'utf8');
    const severities = { error: 'error', warn: 'warning', off: 'only strict' };
    const shown = readme.split('\n').filter((line) => line.startsWith('| `')).join('\n');
    assert.equal(shown, rules.map(({ name, recommended, about }) =>
      `| \`${name}\` | ${severities[recommended]} | ${about} |`).join('\n'));
  });

  test('knows the severities of both configurations', () => {
    for (const { name, recommended, strict } of rules) {
      assert.match(recommended, /^(error|warn|off)$/, name);
      assert.equal(strict, 'error', name);
      assert.equal(plugin.configs.recommended.rules[name], recommended);
      assert.equal(plugin.configs.strict.rules[name], strict);
    }
  });

  test('has a place for nothing but known values', () => {
    const given = [ 'value', 'didYouMean', 'property', 'allowed', 'outer', 'before', 'steps', 'count', 'id' ];
    for (const { messages, mend } of rules) {
      for (const [ , place ] of [ ...Object.values(messages), mend ].join(' ').matchAll(/\{(\w+)}/g)) {
        assert.ok(given.includes(place) || place in words || place in limits, place);
      }
    }
  });
});

describe('models that are only half drawn', () => {
  const FLOWS = 'loop-through-a-boundary-event-to-a-phase';

  test('are judged without a failure, whichever line is missing', async () => {
    const lines = model('bad', FLOWS).split('\n');
    let judged = 0;
    for (let missing = 2; missing < lines.length - 1; missing++) {
      const definitions = await read(lines.filter((_, line) => line !== missing).join('\n')).catch(() => null);
      if (definitions) {
        judged++;
        await judgedWithoutFailure(definitions);
      }
    }
    assert.ok(judged > 10, `${judged} of them could be read`);
  });

  test('are judged without a failure where references lead nowhere', async () => {
    const definitions = await read(model('bad', FLOWS));
    const process = definitions.rootElements.find(({ $type }) => $type === 'bpmn:Process');
    for (const element of process.flowElements) {
      for (const reference of [ 'sourceRef', 'targetRef', 'attachedToRef', 'eventDefinitions' ]) {
        if (element[reference]) {
          element[reference] = reference === 'eventDefinitions' ? [] : undefined;
          await judgedWithoutFailure(definitions);
        }
      }
      element.name = undefined;
      element.id = undefined;
      await judgedWithoutFailure(definitions);
    }
  });
});

/** bpmnlint turns a rule that fails into a finding about the rule, which names no element. */
async function judgedWithoutFailure(definitions) {
  const texts = rules.flatMap(({ messages }) => Object.values(messages).map((message) => message.split('{')[0]));
  for (const { text } of await lint(definitions)) {
    assert.ok(texts.some((start) => text.startsWith(start)), text);
  }
}

const { readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');
const { BpmnModdle } = require('bpmn-moddle');
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const { rules } = require('bpmnlint-plugin-journey/rules.json');

const ROOT = path.resolve(__dirname, '..', '..');
const MODELS = path.join(ROOT, 'src', 'test', 'models');

/** How a file is read: as the command line does, and as the Modeler does. */
const READERS = {
  'without descriptors': () => new BpmnModdle(),
  'with the descriptors of Camunda': () => new BpmnModdle({ camunda })
};

/** Names of the models of a kind, which lie beside what is expected of them. */
function models(kind) {
  return readdirSync(path.join(MODELS, kind)).filter((file) => file.endsWith('.bpmn')).map((file) => file.slice(0, -5));
}

function model(kind, name) {
  return readFileSync(path.join(MODELS, kind, `${name}.bpmn`), 'utf8');
}

/** What a bad model's findings are to be: rule, severity, element, message and mend, the same as at deployment. */
function expected(name) {
  return JSON.parse(readFileSync(path.join(MODELS, 'bad', `${name}.json`), 'utf8'))
    .map(({ rule, severity, element, message, mend }) => ({ rule, severity, element, text: `${message} ${mend}` }));
}

/**
 * What the rules find in a definitions element. Rules that are off where nobody asks for them run too, so that the
 * models show what they would find.
 */
async function lint(definitions) {
  const config = { rules: Object.fromEntries(rules.map(({ name }) => [ `journey/${name}`, 'error' ])) };
  const results = await new Linter({ config, resolver: new NodeResolver({ require }) }).lint(definitions);
  return Object.entries(results).flatMap(([ name, reports ]) => reports.map(({ id, message }) => {
    const rule = name.replace('journey/', '');
    const { recommended } = rules.find((each) => each.name === rule);
    return { rule, severity: recommended, element: id, text: message };
  }));
}

async function read(xml, reader = 'without descriptors') {
  return (await READERS[reader]().fromXML(xml)).rootElement;
}

/** In an order of their own, since lint tells them by rule. */
function sorted(findings) {
  return findings.map((each) => JSON.stringify(each)).sort();
}

module.exports = { MODELS, READERS, ROOT, expected, lint, model, models, read, sorted };

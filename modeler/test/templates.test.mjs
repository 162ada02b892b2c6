import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import validator from '@bpmn-io/element-templates-validator';
import { SKIPPED } from '../testing/browser.js';
import { diagrams, files, openStudio, read, templates } from '../testing/studio.mjs';

const all = Object.values(templates);
const named = id => all.find(each => each.id === id);
const bindings = template => template.properties.filter(each => each.binding.type === 'camunda:property');

/** Elements as they are before anybody has thought of a journey, one for each type a template applies to. */
const blank = (type, inner) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
  <bpmn:process id="p">
    <bpmn:userTask id="host" />
    <bpmn:${type} id="it" name="As it was"${type === 'boundaryEvent' ? ' attachedToRef="host"' : ''}>${inner}</bpmn:${type}>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="l" bpmnElement="p">
    <bpmndi:BPMNShape id="host_di" bpmnElement="host"><dc:Bounds x="500" y="100" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="it_di" bpmnElement="it"${type === 'subProcess' ? ' isExpanded="true"' : ''}>${
  type === 'boundaryEvent'
    ? '<dc:Bounds x="532" y="162" width="36" height="36" />'
    : `<dc:Bounds x="100" y="100" width="${/Event/.test(type) ? 36 : 100}" height="${/Event/.test(type) ? 36 : 80}" />`
}</bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const extra = '<bpmn:extensionElements><camunda:properties><camunda:property name="department" value="claims" />'
  + '</camunda:properties></bpmn:extensionElements>';
const message = '<bpmn:messageEventDefinition id="m" />';

describe('Element templates', () => {
  for (const [file, template] of Object.entries(templates)) {
    it(`${file} is one the Modeler accepts`, () => {
      const { valid, errors } = validator.validate(template);
      assert.equal(valid, true, JSON.stringify(errors));
    });

    it(`${file} leaves assignment, forms and due dates in the panel`, () => {
      assert.equal(template.entriesVisible, true);
    });

    it(`${file} explains each of its fields in its own words, and shows no more than five at a time`, () => {
      const shown = template.properties.filter(each => each.type !== 'Hidden');
      for (const each of shown) {
        assert.ok(each.label, JSON.stringify(each.binding));
        assert.ok(each.description || each.type === 'Boolean', each.label);
        assert.ok(template.groups.some(group => group.id === each.group), each.label);
      }
      for (const group of template.groups) {
        const fields = shown.filter(each => each.group === group.id).length;
        assert.ok(fields >= 1 && fields <= (file === 'handoff' ? 6 : 5), `${group.label}: ${fields}`);
      }
    });
  }

  it('have ids, names and versions of their own', () => {
    assert.equal(new Set(all.map(each => each.id)).size, all.length);
    assert.equal(new Set(all.map(each => each.name)).size, all.length);
    all.forEach(each => assert.equal(each.version, 1, each.id));
  });

  it('ask for the same thing in the same words wherever they ask', () => {
    const known = new Map();
    for (const template of all.filter(each => each.id !== 'io.journeybpm.handoff')) {
      for (const { binding, label, description, choices, constraints } of bindings(template).filter(each => each.label)) {
        const words = JSON.stringify({ label, description, choices, constraints });
        assert.equal(known.get(binding.name) ?? words, words, `${template.id}: ${binding.name}`);
        known.set(binding.name, words);
      }
    }
  });

  it('refuse durations and costs the engine would refuse, and take what it takes', () => {
    const pattern = name => new RegExp(
      bindings(named('io.journeybpm.touchpoint.user')).find(each => each.binding.name === name).constraints.pattern.value
    );
    const within = pattern('journey.promise.within');
    for (const good of ['', 'P1D', 'P3W', 'PT8H', 'P1DT12H', 'PT0.5S', 'P1Y2M', "${dry == 'yes' ? 'P7D' : 'P22D'}"]) {
      assert.match(good, within);
    }
    for (const bad of ['1 day', 'P', 'PT', 'P1', 'P1DT', '8H', 'P1H', 'PD', 'P1W2T', 'P1MT2H', ' P1D']) {
      assert.doesNotMatch(bad, within);
    }
    const cost = pattern('journey.cost.company');
    for (const good of ['', '0 DKK', '1850 DKK', '12.5 EUR', '${price}']) {
      assert.match(good, cost);
    }
    for (const bad of ['1850', 'DKK', '1850DKK', '-5 DKK', '1,850 DKK', '1850 kr.', '1850 dkk', '1.23456 DKK']) {
      assert.doesNotMatch(bad, cost);
    }
  });
});

describe('In the Modeler', { skip: SKIPPED }, () => {
  let studio;

  before(async () => {
    studio = await openStudio();
  });

  after(() => studio?.close());

  /** Applies a template as the panel's “Select template” does. */
  const apply = id => studio.page.evaluate(template => {
    const element = window.modeler.get('elementRegistry').get('it');
    const applied = window.modeler.get('elementTemplates').applyTemplate(element, template);
    window.modeler.get('selection').select(applied);
    return { type: applied.businessObject.$type, id: applied.id };
  }, id);

  const properties = id => studio.page.evaluate(each => window.studio.properties(each), id);

  const types = {
    'bpmn:Process': 'process', 'bpmn:SubProcess': 'subProcess', 'bpmn:Task': 'task', 'bpmn:UserTask': 'userTask',
    'bpmn:ServiceTask': 'serviceTask', 'bpmn:SendTask': 'sendTask', 'bpmn:ReceiveTask': 'receiveTask',
    'bpmn:StartEvent': 'startEvent', 'bpmn:IntermediateCatchEvent': 'intermediateCatchEvent',
    'bpmn:BoundaryEvent': 'boundaryEvent', 'bpmn:IntermediateThrowEvent': 'intermediateThrowEvent',
    'bpmn:EndEvent': 'endEvent', 'bpmn:CallActivity': 'callActivity'
  };

  for (const template of all) {
    for (const target of template.appliesTo.filter(each => each !== 'bpmn:Process')) {
      it(`“${template.name}” goes onto a ${types[target]} and off again`, async () => {
        const inner = /touchpoint.message/.test(template.id) ? message : '';
        const opened = await studio.edit(blank(types[target], inner), all);
        assert.deepEqual(opened, { warnings: [], errors: [] });

        const applied = await apply(template);
        assert.equal(applied.type, template.elementType ? template.elementType.value : target);
        const written = await properties(applied.id);
        assert.deepEqual(
          Object.keys(written).sort(),
          bindings(template).map(each => each.binding.name).sort()
        );
        for (const each of bindings(template)) {
          assert.equal(written[each.binding.name] ?? '', each.value ?? '', each.binding.name);
        }
        const must = template.properties.filter(each => each.constraints?.notEmpty && !each.value);
        await studio.page.waitForFunction(
          labels => {
            const wrong = window.studio.fields().filter(each => each.error).map(each => each.label);
            return labels.every(each => wrong.includes(each)) && wrong.length === labels.length;
          },
          must.map(each => each.label),
          { timeout: 10_000, polling: 50 }
        );
        const saved = await studio.page.evaluate(() => window.modeler.saveXML({ format: true }));
        assert.deepEqual(await studio.edit(saved.xml, all), { warnings: [], errors: [] });

        const removed = await studio.page.evaluate(id => {
          const element = window.modeler.get('elementRegistry').get(id);
          const plain = window.modeler.get('elementTemplates').removeTemplate(element);
          const { businessObject } = plain;
          return {
            name: businessObject.name,
            template: businessObject.get('camunda:modelerTemplate') ?? null,
            extensions: businessObject.get('extensionElements') ?? null
          };
        }, applied.id);
        assert.deepEqual(removed, { name: 'As it was', template: null, extensions: null });
        assert.deepEqual(studio.complaints, []);
      });
    }
  }

  it('“Journey” goes onto the process and off again', async () => {
    await studio.edit(blank('userTask', ''), all);
    const found = await studio.page.evaluate(template => {
      const { canvas, templates } = { canvas: window.modeler.get('canvas'), templates: window.modeler.get('elementTemplates') };
      templates.applyTemplate(canvas.getRootElement(), template);
      const applied = canvas.getRootElement().businessObject;
      const before = [applied.get('camunda:modelerTemplate'), applied.isExecutable, applied.get('camunda:historyTimeToLive')];
      templates.removeTemplate(canvas.getRootElement());
      const after = canvas.getRootElement().businessObject;
      return { before, after: after.get('camunda:modelerTemplate') ?? null };
    }, named('io.journeybpm.journey'));
    assert.deepEqual(found, { before: ['io.journeybpm.journey', true, 'P180D'], after: null });
  });

  it('a user task without a template stays one that is nobody’s touchpoint', async () => {
    await studio.edit(blank('userTask', extra), all);
    const kept = await studio.page.evaluate(async () => {
      const { xml } = await window.modeler.saveXML();
      return [window.studio.properties('it'), /journey\./.test(xml)];
    });
    assert.deepEqual(kept, [{ department: 'claims' }, false]);
  });

  for (const diagram of diagrams) {
    it(`${diagram} opens without a warning, fits its templates, and is saved as it was`, async () => {
      const opened = await studio.edit(read(diagram), all);
      assert.deepEqual(opened, { warnings: [], errors: [] });
      const elements = await studio.page.evaluate(() => {
        const templates = window.modeler.get('elementTemplates');
        return window.modeler.get('elementRegistry')
          .filter(each => !each.labelTarget && each.businessObject.get('camunda:modelerTemplate'))
          .map(each => ({
            id: each.id,
            type: each.businessObject.$type,
            template: each.businessObject.get('camunda:modelerTemplate'),
            version: each.businessObject.get('camunda:modelerTemplateVersion'),
            fits: Boolean(templates.get(each)),
            properties: window.studio.properties(each.id)
          }));
      });
      assert.equal(elements.length > 0, /journey\.|modelerTemplate/.test(read(diagram)), 'templates where there is something of ours');
      for (const each of elements) {
        const template = named(each.template);
        assert.ok(each.fits && template, each.id);
        assert.equal(each.version, template.version, each.id);
        assert.ok(template.appliesTo.includes(each.type), `${each.id} is a ${each.type}`);
        const names = bindings(template).map(property => property.binding.name);
        for (const [name, value] of Object.entries(each.properties)) {
          assert.ok(names.includes(name), `${each.id}: changing to another version of its template would lose ${name}`);
          const property = bindings(template).find(candidate => candidate.binding.name === name);
          assert.ok(value !== '', `${each.id}: ${name} is empty`);
          if (property.choices) {
            assert.ok(property.choices.some(choice => choice.value === value), `${each.id}: ${name} is ${value}`);
          }
        }
      }
      assert.deepEqual(studio.complaints, []);
    });

    it(`${diagram} says journey.* only where a template does`, async () => {
      await studio.edit(read(diagram), all);
      const bare = await studio.page.evaluate(() => window.modeler.get('elementRegistry')
        .filter(each => !each.labelTarget && !each.businessObject.get('camunda:modelerTemplate'))
        .filter(each => Object.keys(window.studio.properties(each.id)).some(name => name.startsWith('journey.')))
        .map(each => each.id));
      assert.deepEqual(bare, []);
    });

    it(`${diagram} shows no complaint in the panel`, async () => {
      await studio.edit(read(diagram), all);
      const ids = await studio.page.evaluate(() => window.modeler.get('elementRegistry')
        .filter(each => !each.labelTarget && each.businessObject.get('camunda:modelerTemplate'))
        .map(each => each.id));
      for (const id of ids) {
        await studio.page.evaluate(each => {
          const element = window.modeler.get('elementRegistry').get(each);
          window.modeler.get('selection').select(element.parent ? element : []);
        }, id);
        await studio.page.waitForFunction(() => window.studio.fields().length > 0, null, { polling: 50 });
        const complaints = await studio.page.evaluate(() => window.studio.fields().filter(each => each.error));
        assert.deepEqual(complaints, [], id);
      }
    });
  }

  for (const decision of files('dmn', '.dmn')) {
    it(`${decision} opens without a warning`, async () => {
      assert.deepEqual(await studio.table(read(decision)), { warnings: [] });
      assert.deepEqual(studio.complaints, []);
    });
  }
});

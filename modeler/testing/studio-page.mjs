// What runs in the browser: bpmn-js put together as Camunda's Modeler does for Camunda 7, and dmn-js.
import BpmnModeler from 'bpmn-js/lib/Modeler';
import BpmnViewer from 'bpmn-js/lib/NavigatedViewer';
import DmnModeler from 'dmn-js/lib/Modeler';
import camundaModdle from 'camunda-bpmn-moddle/resources/camunda.json';
import camundaPlatformBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import { CreateAppendAnythingModule, CreateAppendElementTemplatesModule } from 'bpmn-js-create-append-anything';
import { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import ElementTemplateChooserModule from '@bpmn-io/element-template-chooser';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  CamundaPlatformPropertiesProviderModule
} from 'bpmn-js-properties-panel';

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'bpmn-js-element-templates/dist/assets/element-templates.css';
import '@bpmn-io/element-template-chooser/dist/element-template-chooser.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';

const moddleExtensions = { camunda: camundaModdle };

/** The panel hears of selections only when its effects have run, at the latest a tenth of a second after it is drawn. */
async function panelListens() {
  while (!document.querySelector('#panel .bio-properties-panel-header')) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  await new Promise(resolve => setTimeout(resolve, 200));
}

/** Opens a diagram to be edited; tells the import's warnings and the templates' errors. */
export async function edit(xml, templates) {
  const errors = [];
  const modeler = new BpmnModeler({
    container: '#canvas',
    propertiesPanel: { parent: '#panel' },
    moddleExtensions,
    additionalModules: [
      camundaPlatformBehaviors,
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      CamundaPlatformPropertiesProviderModule,
      CreateAppendAnythingModule,
      CreateAppendElementTemplatesModule,
      ElementTemplatesPropertiesProviderModule,
      ElementTemplateChooserModule
    ]
  });
  modeler.on('elementTemplates.errors', event => errors.push(...event.errors.map(each => each.message)));
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  const { warnings } = await modeler.importXML(xml);
  window.modeler = modeler;
  await panelListens();
  return { warnings: warnings.map(each => each.message), errors };
}

/** Opens a diagram to be looked at, as large as it is. */
export async function show(xml) {
  const viewer = new BpmnViewer({ container: '#canvas', moddleExtensions });
  const { warnings } = await viewer.importXML(xml);
  window.viewer = viewer;
  return { warnings: warnings.map(each => each.message), box: viewer.get('canvas').viewbox().inner };
}

/** Opens a decision table. */
export async function table(xml) {
  const modeler = new DmnModeler({ container: '#canvas' });
  const { warnings } = await modeler.importXML(xml);
  await modeler.open(modeler.getViews().find(view => view.type === 'decisionTable'));
  window.tables = modeler;
  return { warnings: warnings.map(each => each.message) };
}

/** What the Modeler's panel shows of an element whose template is applied: labels and complaints. */
export function fields() {
  return [...document.querySelectorAll('#panel [data-group-id^="group-ElementTemplates__Custom"]')].flatMap(group =>
    [...group.querySelectorAll('.bio-properties-panel-entry')].map(entry => ({
      group: group.dataset.groupId,
      label: (entry.querySelector('label') || {}).textContent,
      error: (entry.querySelector('.bio-properties-panel-error') || {}).textContent
    }))
  );
}

/** The properties of an element by name, as they stand in the file. */
export function properties(id) {
  const extensions = modeler.get('elementRegistry').get(id).businessObject.get('extensionElements');
  const found = extensions && extensions.get('values').find(each => each.$type === 'camunda:Properties');
  return Object.fromEntries((found ? found.get('values') : []).map(each => [each.name, each.value]));
}

/* A page that is to the plugin what the Modeler is: it takes up what the plugin has registered. */
import BpmnModeler from 'bpmn-js/lib/Modeler';
import lintModule from 'bpmn-js-bpmnlint';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';

import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'bpmn-js-bpmnlint/dist/assets/css/bpmn-js-bpmnlint.css';

window.open = async function(xml) {
  const registered = (type) => window.plugins.filter((each) => each.type === type).map(({ plugin }) => plugin);
  const modeler = new BpmnModeler({
    container: '#canvas',
    moddleExtensions: { camunda },
    additionalModules: [ lintModule, ...registered('bpmn.platform.modeler.additionalModules') ],
    linting: { active: true, bpmnlint: registered('lintRules.bpmn')[0] }
  });
  const { warnings } = await modeler.importXML(xml);
  const canvas = modeler.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(canvas.zoom() * 0.92);
  canvas.scroll({ dx: 50, dy: 40 });
  window.modeler = modeler;
  return warnings.map(({ message }) => message);
};

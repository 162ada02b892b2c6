// The plugin's parts; Cockpit and Tasklist each take those whose place is theirs.
import { JourneysPage, Story } from './case.js';
import { Dashboard } from './dashboard.js';
import { figures } from './diagram.js';
import { Figures } from './figures.js';
import { path } from './path.js';
import { connect } from './server.js';
import { keepBeside, Task } from './task.js';
import { h, mount, Shown, sweep, useReading, useRef } from './view.js';

function Instance({ server, instance }) {
  const known = useRef('');
  // an instance may end while somebody looks; its case is still there
  const reading = useReading(() => server.get(known.current || 'instances/' + encodeURIComponent(instance)).then(brief => {
    known.current = 'cases/' + encodeURIComponent(brief.line.caseId);
    return brief;
  }), [server, instance]);
  return h(Shown, { reading, what: 'case of a journey' }, brief =>
    h(Story, { server, path: `cases/${encodeURIComponent(brief.line.caseId)}`, brief, again: reading.again }));
}

export default [
  {
    id: 'journey-dashboard',
    pluginPoint: 'cockpit.dashboard',
    priority: 50,
    render: (node, { api }) => mount(node, h(Dashboard, { server: connect(api, 'cockpit') })),
    unmount: sweep
  },
  {
    id: 'journey-page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/journeys' },
    render: (node, { api }) => mount(node, h(JourneysPage, { server: connect(api, 'cockpit') })),
    unmount: sweep
  },
  {
    id: 'journey-navigation',
    pluginPoint: 'cockpit.navigation',
    priority: 50,
    properties: { checkActive: path => path.includes('#/journeys') },
    render: node => mount(node, h('a', { href: '#/journeys' }, 'Journeys')),
    unmount: sweep
  },
  {
    id: 'journey-case',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 25,
    properties: { label: 'Journey' },
    render: (node, { api, processInstanceId }) =>
      mount(node, h(Instance, { server: connect(api, 'cockpit'), instance: processInstanceId })),
    unmount: sweep
  },
  {
    id: 'journey-figures',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 5,
    properties: { label: 'Journey' },
    render: (node, { api, processDefinitionId }) =>
      mount(node, h(Figures, { server: connect(api, 'cockpit'), definition: processDefinitionId })),
    unmount: sweep
  },
  {
    id: 'journey-diagram',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    render: figures.render,
    unmount: figures.unmount
  },
  {
    id: 'journey-path',
    pluginPoint: 'cockpit.processInstance.diagram.plugin',
    render: path.render,
    unmount: path.unmount
  },
  {
    id: 'journey-task',
    pluginPoint: 'tasklist.task.detail',
    priority: 250,
    properties: { label: 'Journey' },
    render: (node, { api, taskId }) => mount(node, h(Task, { server: connect(api, 'tasklist'), taskId })),
    unmount: sweep
  },
  {
    id: 'journey-beside',
    pluginPoint: 'tasklist.task.action',
    priority: 0,
    render(node, { api }) {
      this.unmount = keepBeside(node, connect(api, 'tasklist'));
    }
  }
];

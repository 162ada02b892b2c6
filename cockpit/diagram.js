// The definition page: what happened on a journey, painted on its diagram.
import { h, useEffect, useState } from './view.js';
import { figuresOf, long, many, short, span, spelled, step, STEPS } from './heat.js';
import { node, onDiagrams, panelOn, remember, remembered } from './overlays.js';
import { connectDiagram } from './server.js';

const CHOICE = 'journey.diagram';
const NOTHING = 'nothing';
const USUAL = 'contacts';

/** As many as fit beside a diagram; the tab has them all. */
const BESIDE = 4;

export const figures = onDiagrams((viewer, { api, processDefinitionId }) => {
  const server = connectDiagram(api);
  return panelOn(viewer, () => server.get('diagram/definitions/' + encodeURIComponent(processDefinitionId)), Panel);
});

function Panel({ data, error, layer, wide }) {
  const [choice, setChoice] = useState(remembered(CHOICE, USUAL));
  const all = figuresOf(data.touchpoints);
  const figure = choice === NOTHING ? undefined : all.find(each => each.key === choice) || all[0];
  const seen = JSON.stringify([data.touchpoints, data.phases, data.drawn]);
  useEffect(() => {
    if (figure && data.cases) {
      paint(layer, data, figure);
    }
    return () => layer.clear();
  }, [seen, figure?.key]);

  return h('section', { 'aria-label': 'Journey on the diagram' }, [
    h(Choice, {
      all,
      chosen: figure?.key ?? NOTHING,
      onChoose: key => {
        remember(CHOICE, key);
        setChoice(key);
      }
    }),
    figure && h(Legend, { data, figure, wide, error })
  ]);
}

function Choice({ all, chosen, onChoose }) {
  const option = each => h('option', { key: each.key, value: each.key }, each.name);
  return h('label', { class: 'journey-choice' }, [
    h('span', null, 'Journey'),
    h('select', { value: chosen, onChange: event => onChoose(event.target.value) }, [
      h('option', { value: NOTHING }, 'nothing'),
      all.filter(each => !each.group).map(option),
      h('optgroup', { label: 'Planned against actual' }, all.filter(each => each.group).map(option))
    ])
  ]);
}

function Legend({ data, figure, wide, error }) {
  const most = mostOf(data, figure);
  return h('details', { class: 'journey-legend', open: wide }, [
    h('summary', null, 'Legend'),
    data.cases === 0 && h('p', { class: 'journey-state' }, 'No cases yet.'),
    data.cases > 0 && h('div', { class: 'journey-line' }, [
      most > 0 && h(Scale, { figure, most }),
      h('p', null, figure.about + '.'),
      figure.handoff && h('p', null, [h('span', { class: 'journey-badge journey-badge-handoff' }, 'square'), ` ${figure.squares}`])
    ]),
    data.cases > 0 && h(AdHoc, { adHoc: data.adHoc }),
    h('p', { class: 'journey-none' }, `${many(data.cases, 'case', 'cases')} of all versions, as of ${data.asOf}.`),
    error && h('p', { class: 'journey-late', role: 'status' }, `Not up to date: ${error.message}`)
  ]);
}

function Scale({ figure, most }) {
  const steps = Array.from({ length: STEPS }, (_, at) => at + 1);
  return h('p', { class: 'journey-scale' }, [
    steps.map(each => h('span', { key: each, class: `journey-swatch journey-swatch-${each}` })),
    h('span', null, `up to ${figure.scale(most)}`)
  ]);
}

function AdHoc({ adHoc }) {
  const all = adHoc.reduce((sum, each) => sum + each.contacts, 0);
  return h('div', { class: 'journey-line' }, [
    h('p', null, all ? `Ad hoc, on no element: ${long(all)}` : 'Ad hoc, on no element: none'),
    h('ul', null, adHoc.slice(0, BESIDE).map((each, at) =>
      h('li', { key: at }, [h('b', null, long(each.contacts)), ' ', h('bdi', null, [each.channel, each.reason].filter(Boolean).join(', '))])
    )),
    adHoc.length > BESIDE && h('p', { class: 'journey-none' }, 'More in the tab Journey.')
  ]);
}

function mostOf(data, figure) {
  return Math.max(0, ...data.touchpoints.map(figure.value));
}

function paint(layer, data, figure) {
  const most = mostOf(data, figure);
  for (const each of data.touchpoints.filter(one => layer.has(one.id))) {
    layer.tint(each.id, `journey-heat-${step(figure.value(each), most)}`);
    label(layer, each.id, 'above', 'journey-badge', figure.text(each), `${each.title}: ${figure.say(each)}`);
    if (figure.handoff && each.counts.arrivals) {
      arrival(layer, each, figure);
    }
  }
  for (const each of data.phases.filter(one => layer.has(one.id) && !figure.group)) {
    label(layer, each.id, 'above', 'journey-badge journey-badge-phase', figure.text(each), `${each.title}: ${figure.say(each)}`);
  }
  for (const { id, between } of (figure.handoff ? data.drawn : []).filter(one => layer.has(one.id))) {
    label(layer, id, 'below', 'journey-badge journey-badge-handoff', figure.handoff(between), handedOver(between));
  }
}

/** Who comes from another party than the one before: the drawing may show no handoff, the customer feels one. */
function arrival(layer, place, figure) {
  const { arrivals, arrivalWait } = place.counts;
  const text = { contacts: short(arrivals), wait: arrivalWait === undefined ? '' : span(arrivalWait) }[figure.key];
  const wait = arrivalWait === undefined ? '' : `, ${spelled(arrivalWait)} since the contact before on average`;
  label(layer, place.id, 'left', 'journey-badge journey-badge-handoff', text, `${place.title}: ${long(arrivals)} × from another party${wait}`);
}

function handedOver({ from, to, handoffs, withoutBrief, meanWait }) {
  const wait = meanWait === undefined ? '' : `, ${spelled(meanWait)} in between on average`;
  return `${from} → ${to}, wherever on the journey: ${long(handoffs)} ×, ${long(withoutBrief)} without brief${wait}`;
}

function label(layer, id, where, name, text, title) {
  if (text) {
    layer.badge(id, where, node('span', name, text, title));
  }
}

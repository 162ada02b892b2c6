// The instance page: the way of one case, numbered on its diagram.
import { h, useEffect, useState } from './view.js';
import { node, onDiagrams, panelOn, remember, remembered } from './overlays.js';
import { connectDiagram } from './server.js';

const CHOICE = 'journey.path';

/** Colours say it too, but never alone. */
const MARKS = { done: '✓', partly: '~', failed: '✗', missed: '?', rework: '↻', 'sent-away': '↗' };
const SAID = { done: 'done', partly: 'partly done', failed: 'failed', missed: 'missed', rework: 'made again', 'sent-away': 'sent away' };

/** How long a found entry stays marked, in milliseconds. */
const MARKED = 2_500;

export const path = onDiagrams((viewer, { api, processInstanceId }) => {
  const server = connectDiagram(api);
  return panelOn(viewer, () => server.get('diagram/instances/' + encodeURIComponent(processInstanceId)), Panel);
});

function Panel({ data, error, layer, wide }) {
  const [on, setOn] = useState(remembered(CHOICE, 'on') === 'on');
  const seen = JSON.stringify(data);
  useEffect(() => {
    if (on) {
      paint(layer, data);
    }
    return () => layer.clear();
  }, [seen, on]);

  function choose(wanted) {
    remember(CHOICE, wanted ? 'on' : 'off');
    setOn(wanted);
  }

  return h('section', { 'aria-label': 'Path of the case on the diagram' }, [
    h('label', { class: 'journey-choice' }, [
      h('input', { type: 'checkbox', checked: on, onChange: event => choose(event.target.checked) }),
      h('span', null, 'Path of this case')
    ]),
    on && h(Legend, { data, layer, wide, error })
  ]);
}

function Legend({ data, layer, wide, error }) {
  const used = Object.keys(MARKS).filter(each => [...data.stops, ...data.adHoc].some(one => one.outcome === each));
  const loose = data.promises.filter(each => !layer.has(each.id));
  return h('details', { class: 'journey-legend', open: wide }, [
    h('summary', null, 'Legend'),
    data.contacts === 0 && h('p', { class: 'journey-state' }, 'No contact yet.'),
    used.length > 0 && h('p', null, used.map(each =>
      h('span', { key: each, class: 'journey-key' }, [
        h('span', { class: `journey-stop journey-stop-${each}` }, MARKS[each]), ` ${SAID[each]}`
      ])
    )),
    h(Listed, { title: 'Ad hoc, on no element', all: data.adHocContacts, stops: data.adHoc }),
    h(Listed, { title: 'On another diagram', stops: data.stops.filter(each => !layer.has(each.id)) }),
    loose.length > 0 && h('ul', null, loose.map((each, at) => h('li', { key: at }, [h(Window, each), ' ', h('bdi', null, each.promise.party || each.promise.what)]))),
    error && h('p', { class: 'journey-late', role: 'status' }, `Not up to date: ${error.message}`)
  ]);
}

function Window({ promise }) {
  return h('span', { class: late(promise) ? 'journey-late' : undefined }, windowOf(promise));
}

function Listed({ title, all, stops }) {
  const left = (all ?? stops.length) - stops.length;
  return stops.length > 0 && h('div', { class: 'journey-line' }, [
    h('p', null, `${title}: ${all ?? stops.length}` + (left ? `, ${left} in between not shown` : '')),
    h('ul', null, stops.map(each =>
      h('li', { key: each.entry }, [
        h('button', { type: 'button', class: `journey-stop journey-stop-${each.outcome}`, title: said(each), onClick: () => find(each.entry) },
          numbered(each)),
        ' ',
        h('bdi', null, [each.what, each.reason].filter(Boolean).join(', '))
      ])
    ))
  ]);
}

function paint(layer, data) {
  const places = new Map();
  data.stops.filter(each => layer.has(each.id)).forEach(each => places.set(each.id, [...(places.get(each.id) || []), each]));
  places.forEach((stops, id) => layer.badge(id, 'above', numbers(stops)));
  const waiting = new Set(data.waiting.map(each => each.split('#')[0]).filter(each => layer.has(each)));
  waiting.forEach(id => layer.tint(id, 'journey-waits'));
  const promised = data.promises.filter(each => layer.has(each.id));
  new Set([...waiting, ...promised.map(each => each.id)]).forEach(id => {
    const promises = promised.filter(each => each.id === id).map(({ promise }) => promise);
    layer.badge(id, 'below', [
      ...(waiting.has(id) ? [node('span', 'journey-badge journey-badge-waits', 'waits')] : []),
      ...promises.map(each => node('span', late(each) ? 'journey-badge journey-badge-late' : 'journey-badge', windowOf(each), each.what))
    ]);
  });
}

/** The first and the last ones, and how many lie between them. */
function numbers(stops) {
  const left = stops[0].turns - stops.length;
  const shown = stops.map(stopped);
  if (left > 0) {
    shown.splice(Math.ceil(stops.length / 2), 0, node('span', 'journey-badge', `+${left}`, `and ${left} more in between`));
  }
  return shown;
}

function stopped(stop) {
  const button = node('button', `journey-stop journey-stop-${stop.outcome}`, numbered(stop), said(stop));
  button.type = 'button';
  button.addEventListener('click', event => {
    event.stopPropagation();
    find(stop.entry);
  });
  return button;
}

function numbered(stop) {
  return stop.outcome === 'done' ? String(stop.number) : `${stop.number}${MARKS[stop.outcome]}`;
}

function said(stop) {
  const who = [stop.party, stop.at, stop.reason].filter(Boolean).join(', ');
  return `${stop.number}. ${stop.what}: ${SAID[stop.outcome]}${stop.extra ? ', extra' : ''} (${who})`;
}

const late = promise => promise.overdue || promise.unscheduled;

function windowOf(promise) {
  return promise.unscheduled ? 'promised, no time' : `promised ${promise.window}${promise.overdue ? ', overdue' : ''}`;
}

/** Shows the entry in the tab's timeline, where that is open and unrolled so far. */
function find(entry) {
  const item = document.getElementById(`journey-entry-${entry}`);
  if (item) {
    item.scrollIntoView({ block: 'center' });
    item.classList.add('journey-found');
    setTimeout(() => item.classList.remove('journey-found'), MARKED);
  }
}

// A journey with what happened on it: its totals, its picture, the boundaries between parties, and all numbers once more
// as a table.
import { lasting, number, paid, phasesOf, spaced, tenth } from './columns.js';
import { Picture, Whole } from './picture.js';
import { call } from './server.js';
import { h, plural, Shown, useEffect, useReading, useRef, useState } from './view.js';
import { render } from './preact.js';

/** A4 across less its margins, in the pixels of a style sheet. */
const PAPER = 1047;
const FIRST_BOUNDARIES = 10;

const root = document.getElementById('map');
const { api, files, zone } = root.dataset;
const key = window.location.pathname.split('/').pop();

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' });

function periodOf(map) {
  const upTo = `as of ${MOMENT.format(new Date(map.upTo))}`;
  return map.since ? `All cases since ${DAY.format(new Date(map.since))}, ${upTo}` : `No cases yet, ${upTo}`;
}

function Total({ name, value, more }) {
  return h('div', null, [h('dt', null, name), h('dd', null, value), (more || []).map(each => h('dd', { key: each }, each))]);
}

function Totals({ map }) {
  const { happened, cases, closedCases } = map;
  const per = count => tenth(count / cases);
  const unread = map.handoffs.reduce((sum, each) => sum + each.withoutBrief, 0);
  const cost = payer => ({
    value: paid(happened, payer, cases).join(' + ') || 'none',
    more: paid(happened, payer).length ? [`per case, ${paid(happened, payer).join(' + ')} in all`] : []
  });
  return h('dl', { class: 'totals' }, [
    h(Total, { name: 'Cases', value: number(cases), more: [`${number(cases - closedCases)} open, ${number(closedCases)} closed`] }),
    h(Total, {
      name: 'Contacts per case',
      value: per(happened.counted),
      more: map.version === null ? [] : [`${per(happened.planned)} planned + ${per(happened.counted - happened.planned)} extra`]
    }),
    h(Total, {
      name: 'Satisfaction',
      value: happened.scores.count ? `${number(happened.scores.mean)} of 100` : 'nobody asked',
      more: happened.scores.count ? [plural(happened.scores.count, 'answer', 'answers')] : []
    }),
    h(Total, { name: 'Cost to the company', ...cost('company') }),
    h(Total, { name: 'Cost to the customers', ...cost('customer') }),
    h(Total, {
      name: 'Promises',
      value: `${number(happened.promises.kept)} kept, ${number(happened.promises.broken)} broken`,
      more: happened.promises.late ? [`${number(happened.promises.late)} of the kept ones late`] : []
    }),
    h(Total, {
      name: 'Handoffs between parties',
      value: number(happened.handoffs.count),
      more: [
        happened.handoffs.mean ? `${lasting(happened.handoffs.mean)} of waiting each` : null,
        unread ? `${number(unread)} before the brief was read` : null
      ].filter(Boolean)
    })
  ]);
}

/** The width there is, and again whenever it changes. */
function useWidth() {
  const place = useRef(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => requestAnimationFrame(() => setWidth(Math.floor(entry.contentRect.width))));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}

function Sheet({ map, phases }) {
  const [place, width] = useWidth();
  const label = `Journey map of ${map.title || map.key}; all its numbers stand in the table at the end of the page`;
  return h('figure', { class: 'sheet', 'aria-label': 'The map' }, [
    h('div', { class: 'on-screen', ref: place }, width ? h(Picture, { map, phases, width, name: 'screen', label }) : null),
    h('div', { class: 'on-paper' }, h(Picture, { map, phases, width: PAPER, name: 'paper', label, paper: true }))
  ]);
}

const Sample = ({ kind }) =>
  h('svg', { class: 'picture', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, h('rect', { class: kind, x: 1, y: 1, width: 14, height: 14, rx: 3 }));

function Legend({ planned }) {
  return h('ul', { class: 'legend' }, [
    h('li', null, [h(Sample, { kind: 'p-card p-truth' }), '★ moment of truth']),
    h('li', null, [h(Sample, { kind: 'p-planned' }), planned ? 'planned contacts' : 'contacts']),
    planned ? h('li', null, [h(Sample, { kind: 'p-extra' }), 'extra contacts']) : null,
    h('li', null, [h(Sample, { kind: 'p-aside' }), 'contacts that don’t count against a case']),
    h('li', null, [h(Sample, { kind: 'p-wait' }), 'waiting since the contact before, on average'])
  ]);
}

function Boundaries({ map }) {
  const [all, setAll] = useState(false);
  const happened = map.handoffs.filter(each => each.handoffs);
  const shown = all ? happened : happened.slice(0, FIRST_BOUNDARIES);
  return h('section', { class: 'card boundaries' }, [
    h('h2', null, 'Handoffs between parties'),
    happened.length
      ? h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'Handoffs between parties' },
          h('table', { class: 'figures' }, [
            h('thead', null, h('tr', null, [
              h('th', { scope: 'col' }, 'From and to'),
              h('th', { scope: 'col', class: 'figure' }, 'Times'),
              h('th', { scope: 'col', class: 'figure' }, 'Brief not read'),
              h('th', { scope: 'col', class: 'figure' }, 'Mean wait'),
              h('th', { scope: 'col' }, 'In the model')
            ])),
            h('tbody', null, shown.map(each => h('tr', { key: `${each.from} ${each.to}` }, [
              h('th', { scope: 'row' }, [h('bdi', null, spaced(each.from)), ' → ', h('bdi', null, spaced(each.to))]),
              h('td', { class: 'figure' }, number(each.handoffs)),
              h('td', { class: 'figure' }, number(each.withoutBrief)),
              h('td', { class: 'figure' }, lasting(each.waits.mean) || '–'),
              h('td', null, each.drawn.length ? 'yes' : 'no')
            ])))
          ]))
      : h('p', { class: 'quiet' }, 'No case went from one party to another yet.'),
    happened.length > shown.length
      ? h('button', { type: 'button', class: 'plain', onClick: () => setAll(true) }, `Show all ${happened.length}`)
      : null
  ]);
}

const COLUMNS = [
  ['Cases', column => (column.cases === undefined ? '–' : number(column.cases))],
  ['Contacts', column => number(column.happened.contacts)],
  ['Counted', column => number(column.happened.counted)],
  ['Planned', column => number(column.happened.planned)],
  ['Failed', column => number(column.happened.outcomes.failed)],
  ['Missed', column => number(column.happened.outcomes.missed)],
  ['Done again', column => number(column.happened.outcomes.rework)],
  ['Sent away', column => number(column.happened.outcomes['sent-away'])],
  ['More contacts because of it', column => number(column.happened.caused)],
  ['Closed cases that skipped it', column => (column.skipped === undefined ? '–' : number(column.skipped))],
  ['Repeated', column => number(column.happened.repeated)],
  ['Satisfaction, of 100', column => (column.happened.scores.count ? tenth(column.happened.scores.mean) : '–')],
  ['Answers', column => number(column.happened.scores.count)],
  ['Mean wait before', column => lasting(column.happened.waits.mean) || '–'],
  ['Handoffs to it', column => number(column.happened.handoffs.count)],
  ['Mean wait of these', column => lasting(column.happened.handoffs.mean) || '–'],
  ['Promises kept', column => number(column.happened.promises.kept)],
  ['Promises broken', column => number(column.happened.promises.broken)],
  ['Cost to the company', column => paid(column.happened, 'company').join(' + ') || '–'],
  ['Cost to the customers', column => paid(column.happened, 'customer').join(' + ') || '–']
];

function Numbers({ phases }) {
  return h('details', { class: 'card not-printed' }, [
    h('summary', null, 'All numbers as a table'),
    h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'All numbers' },
      h('table', { class: 'figures' }, [
        h('thead', null, h('tr', null, [
          h('th', { scope: 'col' }, 'Phase'),
          h('th', { scope: 'col' }, 'Touchpoint'),
          COLUMNS.map(([title]) => h('th', { key: title, scope: 'col', class: 'figure' }, title))
        ])),
        h('tbody', null, phases.flatMap(phase => phase.columns.map(column => h('tr', { key: column.key }, [
          h('td', null, h('bdi', null, phase.title)),
          h('th', { scope: 'row' }, [h('bdi', null, column.title), column.truth ? ' (moment of truth)' : null]),
          COLUMNS.map(([title, of]) => h('td', { key: title, class: 'figure' }, of(column)))
        ]))))
      ]))
  ]);
}

/** Draws the picture once more in one piece and hands it to the reader as a file. */
async function save(map, phases) {
  const style = await (await fetch(`${files}/picture.css`)).text();
  const place = document.createElement('div');
  render(h(Whole, { map, phases, title: map.title || map.key, period: periodOf(map) }), place);
  const picture = place.firstChild;
  const file = new XMLSerializer().serializeToString(picture).replace('>', () => `><style>${style}</style>`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
  link.download = `${map.key}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function Map({ map }) {
  const phases = phasesOf(map);
  const title = map.title || map.key;
  document.title = `${title} – journey map`;
  return h('div', { class: 'map' }, [
    h('div', { class: 'head' }, [
      h('div', null, [
        h('p', { class: 'quiet not-printed' }, h('a', { href: '../journeys' }, 'All journeys')),
        h('h1', null, h('bdi', null, title)),
        h('p', { class: 'quiet' }, periodOf(map))
      ]),
      h('div', { class: 'row not-printed' }, [
        h('button', { type: 'button', onClick: () => window.print() }, 'Print'),
        h('button', { type: 'button', class: 'plain', onClick: () => save(map, phases) }, 'Save as a picture')
      ])
    ]),
    map.version === null
      ? h('p', { class: 'note' }, 'This journey is not deployed: nothing says what was planned. Below is what was reported.')
      : null,
    map.cases ? h(Totals, { map }) : h('p', { class: 'note' }, 'No case has been on this journey yet. Below is what is planned.'),
    phases.length ? h(Sheet, { map, phases }) : null,
    h(Legend, { planned: map.version !== null }),
    map.cases ? h(Boundaries, { map }) : null,
    map.cases ? h(Numbers, { phases }) : null
  ]);
}

function Page() {
  const reading = useReading(() => call('GET', `${api}/journeys/${key}/map`), []);
  if (reading.data === undefined && reading.error && reading.error.status === 404) {
    document.title = 'No such journey';
    return h('div', null, [
      h('h1', null, 'There is no such journey'),
      h('p', null, ['Nothing is deployed under ', h('bdi', null, `“${decodeURIComponent(key)}”`), ', and nothing was ever recorded on it.']),
      h('p', null, h('a', { href: '../journeys' }, 'All journeys'))
    ]);
  }
  return h(Shown, { reading, what: 'journey' }, map => h(Map, { map }));
}

render(h(Page), root);

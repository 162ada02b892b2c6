// How the last days went: a small chart for each question, and all of it as a table for whoever can't see them.
import { counted, h, Shown, useReading } from './view.js';

const RISES = ['watch', 'coordinate', 'escalate', 'executive'];

const WIDTH = 360;
const HEIGHT = 96;
const LEFT = 30;
const TOP = 6;
const GAP = 2;

const CHARTS = [
  {
    title: 'Cases opened and closed',
    beside: true,
    series: [
      { name: 'opened', of: day => day.opened },
      { name: 'closed', of: day => day.closed }
    ]
  },
  {
    title: 'Cases that reached a level',
    series: RISES.map(level => ({ name: level, of: day => day.rises[level] || 0 }))
  },
  {
    title: 'Promises due, kept and broken',
    series: [
      { name: 'kept', of: day => day.kept },
      { name: 'broken', of: day => day.broken }
    ]
  }
];

const DATE = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

function dated(day) {
  return DATE.format(new Date(day + 'T00:00:00Z')).replace(',', '');
}

/** The next number up that people read at a glance. */
function round(most) {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [1, 2, 5, 10].map(each => each * power).find(each => each >= most);
}

function Bars({ chart, day, x, width, scale }) {
  const step = chart.beside ? width / chart.series.length : 0;
  let below = 0;
  return chart.series.map(({ name, of }, at) => {
    const height = of(day) * scale;
    const bar = h('rect', {
      key: name,
      class: `journey-bar journey-bar-${name}`,
      x: x + at * step,
      y: TOP + HEIGHT - height - (chart.beside ? 0 : below),
      width: chart.beside ? step : width,
      height
    });
    below += height;
    return bar;
  });
}

function Picture({ chart, days }) {
  const most = round(Math.max(...days.map(day => chart.series.reduce((sum, { of }) => chart.beside ? Math.max(sum, of(day)) : sum + of(day), 0))));
  const width = (WIDTH - LEFT) / days.length;
  const bottom = TOP + HEIGHT;
  return h('svg', { viewBox: `0 0 ${WIDTH} ${bottom + 18}`, role: 'img', 'aria-label': `${chart.title}, last ${days.length} days: ${said(chart, days)}` }, [
    [most, 0].map(value => h('g', { key: value, 'aria-hidden': 'true' }, [
      h('line', { class: 'journey-axis', x1: LEFT, x2: WIDTH, y1: value ? TOP : bottom, y2: value ? TOP : bottom }),
      h('text', { class: 'journey-scale', x: LEFT - 4, y: (value ? TOP : bottom) + 4, 'text-anchor': 'end' }, value.toLocaleString('en'))
    ])),
    days.map((day, at) => h('g', { key: day.day }, [
      h('title', null, `${dated(day.day)}: ${chart.series.map(({ name, of }) => `${of(day).toLocaleString('en')} ${name}`).join(', ')}`),
      h('rect', { class: 'journey-day', x: LEFT + at * width, y: TOP, width, height: HEIGHT }),
      h(Bars, { chart, day, x: LEFT + at * width + GAP / 2, width: width - GAP, scale: HEIGHT / most })
    ])),
    h('text', { class: 'journey-scale', x: LEFT, y: bottom + 14, 'aria-hidden': 'true' }, dated(days[0].day)),
    h('text', { class: 'journey-scale', x: WIDTH, y: bottom + 14, 'text-anchor': 'end', 'aria-hidden': 'true' }, 'today')
  ]);
}

function sum(days, of) {
  return days.reduce((all, day) => all + of(day), 0);
}

function said(chart, days) {
  return chart.series.map(({ name, of }) => `${sum(days, of).toLocaleString('en')} ${name}`).join(', ');
}

function Chart({ chart, days }) {
  return h('figure', { class: 'journey-chart' }, [
    h('figcaption', null, [
      h('strong', null, chart.title),
      h('ul', { class: 'journey-legend' }, chart.series.map(({ name, of }) =>
        h('li', { key: name }, [
          h('span', { class: `journey-swatch journey-bar-${name}`, 'aria-hidden': 'true' }),
          `${sum(days, of).toLocaleString('en')} ${name}`
        ])))
    ]),
    h(Picture, { chart, days })
  ]);
}

function AsTable({ days, most }) {
  const columns = CHARTS.flatMap(chart => chart.series);
  return h('details', null, [
    h('summary', null, 'As a table'),
    h('div', { class: 'journey-scroll', tabIndex: 0, role: 'region', 'aria-label': 'The last days as a table' },
      h('table', { class: 'table table-condensed' }, [
        h('thead', null, [
          h('tr', null, [
            h('td', null),
            CHARTS.map(chart => h('th', { key: chart.title, scope: 'colgroup', colSpan: chart.series.length, class: 'journey-figure' }, chart.title))
          ]),
          h('tr', null, [
            h('th', { scope: 'col' }, 'Day'),
            columns.map(({ name }) => h('th', { key: name, scope: 'col', class: 'journey-figure' }, name))
          ])
        ]),
        h('tbody', null, [...days].reverse().map(day =>
          h('tr', { key: day.day }, [
            h('th', { scope: 'row' }, dated(day.day)),
            columns.map(({ name, of }) => h('td', { key: name, class: 'journey-figure' }, counted(of(day), most)))
          ])))
      ]))
  ]);
}

export function Trend({ server }) {
  const reading = useReading(() => server.get('trend'), [server]);
  return h('section', { class: 'journey-tile journey-tile-wide', 'aria-label': 'The last days' }, [
    h(Shown, { reading }, ({ days, most }) => [
      h('h4', null, `The last ${days.length} days`),
      h('div', { class: 'journey-charts' }, CHARTS.map(chart => h(Chart, { key: chart.title, chart, days }))),
      h(AsTable, { days, most })
    ])
  ]);
}

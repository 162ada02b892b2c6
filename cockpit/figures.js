// The definition page's tab: the figures of its diagram as tables, for whoever reads rather than looks.
import { h, Shown, useReading, useState } from './view.js';
import { cost, long, many, percent, spelled } from './heat.js';

export function Figures({ server, definition }) {
  const reading = useReading(() => server.get('diagram/definitions/' + encodeURIComponent(definition)), [server, definition]);
  return h('div', { class: 'journey-page' }, h(Shown, { reading, what: 'journey' }, data =>
    data ? h(Journey, { data }) : h('p', { class: 'journey-state' }, 'This process is no journey, or you may not see its cases.')
  ));
}

function Journey({ data }) {
  if (!data.cases) {
    return h('p', { class: 'journey-state' }, 'No cases yet.');
  }
  const cases = `${many(data.cases, 'case', 'cases')} of all versions, ${long(data.closedCases)} closed`;
  return h('div', null, [
    h('p', { class: 'journey-none' }, `${cases}; as of ${data.asOf}.`),
    h(Table, { title: 'Touchpoints', rows: data.touchpoints, columns: touchpointColumns(data) }),
    h(Table, { title: 'Handoffs between parties', rows: data.boundaries, columns: HANDOFFS, empty: 'No customer was handed over.' }),
    h(Table, { title: 'Ad hoc contacts, on no element', rows: data.adHoc, columns: AD_HOC, empty: 'All contacts were drawn.' })
  ]);
}

const count = (key, name, value, about) => ({ key, name, value, about, text: row => long(value(row)), number: true });
const words = (key, name, value) => ({ key, name, value: row => value(row) || '', text: row => value(row) || '–' });
const time = (key, name, value, about) => ({
  key, name, value: row => value(row) ?? -1, about, number: true,
  text: row => (value(row) === undefined ? '–' : spelled(value(row)))
});

function touchpointColumns({ touchpoints }) {
  const paid = [...new Set(touchpoints.flatMap(each => each.counts.costs.map(one => `${one.payer} ${one.currency}`)))].sort();
  return [
    words('title', 'Touchpoint', row => row.title),
    words('phase', 'Phase', row => row.phase),
    words('party', 'Party', row => row.party),
    count('contacts', 'Contacts', row => row.counts.contacts),
    count('planned', 'Planned', row => row.counts.planned, 'Of those that count against the case'),
    count('extra', 'Extra', row => row.counts.extra, 'Of those that count against the case'),
    count('missing', 'Missing', row => row.deviations.missing, 'Cases that are closed, or in a later phase, and were never here'),
    count('repeated', 'Repeated', row => row.deviations.repeated, 'Contacts where the case had been before, planned rounds left out'),
    count('irregular', 'Irregular sequence', row => row.deviations.irregular, 'Contacts that came right after one in a later phase'),
    {
      ...count('failures', 'Failures', row => row.counts.failures, 'Failed, missed or made again'),
      text: row => (row.counts.failures ? `${long(row.counts.failures)} (${percent(row.counts.failures, row.counts.contacts)})` : '0')
    },
    ...paid.map(each => costPerCase(...each.split(' '))),
    time('wait', 'Wait before', row => row.counts.meanWait, 'Since the contact before, on average'),
    ...(touchpoints.some(each => each.counts.scores)
      ? [{ ...words('score', 'Satisfaction', row => row.counts.scores && String(row.counts.score)), value: row => row.counts.score ?? -1, about: 'From 0 to 100, on average', number: true }]
      : [])
  ];
}

function costPerCase(payer, currency) {
  const value = row => (row.cases ? cost(row.counts, payer, currency) / row.cases : 0);
  return {
    key: `cost-${payer}-${currency}`, name: `Cost per case, ${payer}`, about: 'Of the cases that were here', value, number: true,
    text: row => (value(row) ? `${long(Math.round(value(row)))} ${currency}` : '–')
  };
}

const HANDOFFS = [
  words('from', 'From', row => row.from),
  words('to', 'To', row => row.to),
  count('handoffs', 'Handoffs', row => row.handoffs),
  {
    ...count('withoutBrief', 'Without brief', row => row.withoutBrief, 'The receiver had not read the brief'),
    text: row => (row.withoutBrief ? `${long(row.withoutBrief)} (${percent(row.withoutBrief, row.handoffs)})` : '0')
  },
  time('wait', 'Wait', row => row.meanWait, 'From the last contact of the one to the first of the other, on average')
];

const AD_HOC = [
  words('channel', 'Channel', row => row.channel),
  words('reason', 'Reason', row => row.reason),
  count('contacts', 'Contacts', row => row.contacts),
  count('failures', 'Failures', row => row.failures, 'Failed, missed or made again')
];

function Table({ title, rows, columns, empty }) {
  const [by, setBy] = useState({ key: undefined, down: true });
  const column = columns.find(each => each.key === by.key);
  const sorted = column ? [...rows].sort((one, other) => order(column.value(one), column.value(other)) * (by.down ? -1 : 1)) : rows;
  const sort = each => setBy({ key: each.key, down: by.key === each.key ? !by.down : Boolean(each.number) });
  return h('section', { class: 'journey-table', 'aria-label': title }, [
    h('h4', null, title),
    rows.length === 0
      ? h('p', { class: 'journey-none' }, empty)
      : h('table', { class: 'table table-condensed' }, [
          h('thead', null, h('tr', null, columns.map(each =>
            h('th', { key: each.key, scope: 'col', class: each.number ? 'journey-figure' : undefined, title: each.about, 'aria-sort': sortOf(each, by) },
              h('button', { type: 'button', class: 'btn btn-link', onClick: () => sort(each) }, [
                each.name, by.key === each.key ? (by.down ? ' ↓' : ' ↑') : ''
              ]))
          ))),
          h('tbody', null, sorted.map((row, at) =>
            h('tr', { key: row.id ?? at }, columns.map((each, place) =>
              h(place ? 'td' : 'th', { key: each.key, scope: place ? undefined : 'row', class: each.number ? 'journey-figure' : undefined },
                h('bdi', null, each.text(row)))
            ))
          ))
        ])
  ]);
}

function sortOf(column, by) {
  return column.key !== by.key ? undefined : by.down ? 'descending' : 'ascending';
}

function order(one, other) {
  return typeof one === 'string' ? one.localeCompare(other) : one - other;
}

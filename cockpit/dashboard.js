// Where somebody has to look first.
import { counted, h, Level, Said, Shown, useReading } from './view.js';

const LEVELS = ['none', 'watch', 'coordinate', 'escalate', 'executive'];

function Levels({ data }) {
  return h('section', { class: 'journey-tile journey-tile-wide' }, [
    h('h4', null, 'Open cases by level'),
    data.journeys.length
      ? h('table', { class: 'table table-condensed' }, [
          h('thead', null, h('tr', null, [
            h('th', { scope: 'col' }, 'Journey'),
            LEVELS.map(level => h('th', { key: level, scope: 'col', class: 'journey-figure' }, h(Level, { level })))
          ])),
          h('tbody', null, data.journeys.map(row =>
            h('tr', { key: row.journey }, [
              h('th', { scope: 'row' }, h('a', { href: link({ journey: row.journey }) }, row.title)),
              LEVELS.map(level => h('td', { key: level, class: 'journey-figure' },
                row.levels[level]
                  ? h('a', { href: link({ journey: row.journey, level }) }, counted(row.levels[level], data.most))
                  : h('span', { class: 'journey-none' }, '0')))
            ])
          ))
        ])
      : h('p', { class: 'journey-none' }, 'No case is open.')
  ]);
}

function link(query) {
  return '#/journeys?' + new URLSearchParams({ ...query, status: 'open' });
}

function Tile({ title, empty, tile, most }) {
  return h('section', { class: 'journey-tile' }, [
    h('h4', null, [h('span', { class: tile.count ? 'journey-count' : 'journey-count journey-none' }, counted(tile.count, most)), ' ', title]),
    tile.items.length
      ? h('ul', null, tile.items.map(item =>
          h('li', { key: item.line.caseId + item.promise.what }, [
            h(CaseLink, { line: item.line }),
            h('span', { class: item.promise.overdue || item.promise.unscheduled ? 'journey-who journey-late' : 'journey-who' },
              h('bdi', null, [item.promise.party, item.promise.window].filter(Boolean).join(' ') + (item.promise.overdue ? ', overdue' : ''))),
            h('div', null, h(Said, { text: item.promise.what }))
          ])))
      : h('p', { class: 'journey-none' }, empty),
    tile.count > tile.items.length && tile.items.length
      ? h('p', { class: 'journey-none' }, `and ${counted(tile.count - tile.items.length, most)} more`)
      : null
  ]);
}

export function CaseLink({ line }) {
  const name = [h('bdi', null, line.customer || line.caseId)];
  return line.processInstance
    ? h('a', { href: `#/process-instance/${encodeURIComponent(line.processInstance)}/runtime?tab=journey-case` }, name)
    : h('span', null, name);
}

export function Dashboard({ server }) {
  const reading = useReading(() => server.get('dashboard'), [server]);
  return h('section', { class: 'journey-dashboard', 'aria-label': 'Journeys' }, [
    h('h3', null, [h('a', { href: '#/journeys' }, 'Journeys')]),
    h(Shown, { reading }, data =>
      h('div', { class: 'journey-tiles' }, [
        h(Levels, { data }),
        h(Tile, { title: 'promises due today', empty: 'None is due today.', tile: data.due, most: data.most }),
        h(Tile, { title: 'promises broken today', empty: 'None was broken today.', tile: data.broken, most: data.most }),
        h(Tile, {
          title: 'next steps without a time',
          empty: 'Every next step has a time.',
          tile: data.unscheduled,
          most: data.most
        })
      ])
    )
  ]);
}

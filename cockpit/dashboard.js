// Where somebody has to look first.
import { Trend } from './trend.js';
import { counted, h, Level, Said, Shown, useReading } from './view.js';

const LEVELS = ['none', 'watch', 'coordinate', 'escalate', 'executive'];

function Levels({ data }) {
  return h('section', { class: 'journey-tile journey-tile-wide' }, [
    h('h4', null, 'Open cases by level'),
    data.journeys.length
      ? h('div', { class: 'journey-scroll', tabIndex: 0, role: 'region', 'aria-label': 'Open cases by level' }, h('table', { class: 'table table-condensed' }, [
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
        ]))
      : h('p', { class: 'journey-none' }, 'No case is open.')
  ]);
}

function link(query) {
  return '#/journeys?' + new URLSearchParams(query);
}

/** A case with what is promised; where nothing is, its own words say so. */
function Item({ line, promise }) {
  const late = promise ? promise.overdue || promise.unscheduled : true;
  return h('li', null, [
    h(CaseLink, { line }),
    h('span', { class: late ? 'journey-who journey-late' : 'journey-who' },
      h('bdi', null, promise
        ? [promise.party, promise.window].filter(Boolean).join(' ') + (promise.overdue ? ', overdue' : '')
        : 'nothing promised')),
    promise ? h('div', null, h(Said, { text: promise.what })) : null
  ]);
}

function Tile({ title, empty, tile, most, href }) {
  const left = tile.count - tile.items.length;
  const count = h('span', { class: tile.count ? 'journey-count' : 'journey-count journey-none' }, counted(tile.count, most));
  const rest = `and ${counted(left, most)} more`;
  return h('section', { class: 'journey-tile' }, [
    h('h4', null, href && tile.count ? h('a', { href }, [count, ' ', title]) : [count, ' ', title]),
    tile.items.length
      ? h('ul', null, tile.items.map(({ line, promise }) =>
          h(Item, { key: line.caseId + (promise ? promise.what : ''), line, promise })))
      : h('p', { class: 'journey-none' }, empty),
    left > 0 && tile.items.length
      ? h('p', { class: 'journey-none' }, href ? h('a', { href }, rest) : rest)
      : null
  ]);
}

export function CaseLink({ line }) {
  const name = [h('bdi', null, line.customer || line.caseId)];
  return line.processInstance
    ? h('a', { href: `#/process-instance/${encodeURIComponent(line.processInstance)}/runtime?tab=journey-case` }, name)
    : h('a', { href: '#/journeys?' + new URLSearchParams({ case: line.caseId }) }, name);
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
          title: data.withoutNextStep.count === 1 ? 'case without a next step' : 'cases without a next step',
          empty: 'Every customer knows when somebody comes next.',
          tile: data.withoutNextStep,
          most: data.most,
          href: link({ without: 'next-step' })
        }),
        h(Trend, { server })
      ])
    )
  ]);
}

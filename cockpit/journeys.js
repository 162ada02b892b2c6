// All cases, a part at a time: never a bare count, but what it is made of and what comes next.
import { Sentence } from './brief.js';
import { CaseLink } from './dashboard.js';
import { address, asked, Filters, stayOnPage } from './filters.js';
import { h, Level, More, Shown, useEffect, useReading, useRef, useState } from './view.js';

const PART = 25;
const MOST = 200;

function Heading({ title, sort, by, figure, onSort }) {
  return h('th', { scope: 'col', role: 'columnheader', class: figure ? 'journey-figure' : undefined, 'aria-sort': sort === by ? 'descending' : 'none' },
    h('button', { type: 'button', class: 'btn btn-link', onClick: () => onSort(by) }, [
      title, h('span', { 'aria-hidden': 'true' }, sort === by ? ' ▼' : ' ▽')
    ]));
}

function Name({ title, figure }) {
  return h('th', { scope: 'col', role: 'columnheader', class: figure ? 'journey-figure' : undefined }, title);
}

/** A cell that still says what it is where the table is shown as cards. */
function Cell({ name, figure, className, children }) {
  return h('td', { role: 'cell', 'data-name': name, class: `${figure ? 'journey-figure' : ''} ${className || ''}` }, children);
}

function Ambassador({ line }) {
  return line.ambassador
    ? h('a', { href: address({ ...asked(), ambassador: line.ambassador }), title: `Cases of ${line.ambassador}` }, h('bdi', null, line.ambassador))
    : h('span', { class: 'journey-none' }, 'nobody');
}

function Line({ line }) {
  return h('tr', { role: 'row' }, [
    h(Cell, { name: 'Customer', className: 'journey-case' }, [h(CaseLink, { line }), h('div', { class: 'journey-who' }, h('bdi', null, line.caseId))]),
    h(Cell, { name: 'Journey' }, [h('bdi', null, line.journeyTitle), line.phase ? h('div', { class: 'journey-who' }, h('bdi', null, line.phase)) : null]),
    h(Cell, { name: 'Contacts and next step' }, h(Sentence, { line })),
    h(Cell, { name: 'Level' }, h(Level, { level: line.level })),
    h(Cell, { name: 'Opened' }, line.since),
    h(Cell, { name: 'Open for', figure: true }, line.days === 1 ? '1 day' : `${line.days} days`),
    h(Cell, { name: 'Cost', figure: true }, [
      h('div', null, line.companyCost ? `company ${line.companyCost}` : '–'),
      line.customerCost ? h('div', { class: 'journey-who' }, `customer ${line.customerCost}`) : null
    ]),
    h(Cell, { name: 'Ambassador' }, h(Ambassador, { line }))
  ]);
}

function Table({ lines, sort, busy, onSort }) {
  return h('table', { class: 'table table-condensed journey-cases', role: 'table', 'aria-busy': busy }, [
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, [
      h(Name, { title: 'Customer' }),
      h(Name, { title: 'Journey' }),
      h(Heading, { title: 'Contacts and next step', sort, by: 'contacts', onSort }),
      h(Heading, { title: 'Level', sort, by: 'level', onSort }),
      h(Heading, { title: 'Opened', sort, by: 'newest', onSort }),
      h(Heading, { title: 'Open for', sort, by: 'days', figure: true, onSort }),
      h(Heading, { title: 'Cost', sort, by: 'cost', figure: true, onSort }),
      h(Name, { title: 'Ambassador' })
    ])),
    h('tbody', { role: 'rowgroup' }, lines.map(line => h(Line, { key: line.caseId, line })))
  ]);
}

export function Journeys({ server }) {
  const [query, setQuery] = useState(asked);
  const [wanted, setWanted] = useState(PART);
  const [further, setFurther] = useState([]);
  const latest = useRef(query);
  const show = next => {
    latest.current = next;
    setWanted(PART);
    setFurther([]);
    setQuery(next);
  };
  // what is typed letter by letter is one step back, not many
  const change = (part, typed) => {
    const next = { ...latest.current, ...part };
    window.history[typed ? 'replaceState' : 'pushState'](window.history.state, '', address(next));
    show(next);
  };
  useEffect(() => {
    stayOnPage();
    const follow = () => window.location.hash.startsWith('#/journeys') && show(asked());
    window.addEventListener('popstate', follow);
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener('hashchange', follow);
    };
  }, []);
  const reading = useReading(() => server.get('cases', { ...query, limit: Math.min(wanted, MOST) }), [server, query, wanted]);

  async function more(next) {
    if (wanted < MOST) {
      setWanted(wanted + PART);
    } else {
      const page = await server.get('cases', { ...query, after: next, limit: PART });
      setFurther([...further, page]);
    }
  }

  return h('section', { class: 'journey-page' }, [
    h('h3', null, 'Journeys'),
    h(Filters, { query, data: reading.data, onChange: change }),
    h(Shown, { reading }, data => {
      const pages = [data, ...further];
      const lines = pages.flatMap(page => page.items);
      const { next } = pages[pages.length - 1];
      return h('div', null, [
        data.cut ? h('p', { class: 'journey-none', role: 'status' }, data.cut) : null,
        h(Table, { lines, sort: query.sort, busy: Boolean(reading.loading), onSort: sort => change({ sort }) }),
        lines.length ? null : h('p', { class: 'journey-state' }, 'No case fits. Choose less, or look for something else.'),
        h('div', { class: 'journey-below' }, [
          h(More, { next, loading: reading.loading, onMore: () => more(next) }),
          lines.length
            ? h('a', { class: 'btn btn-default', href: server.address('cases.csv', query), download: 'cases.csv' }, 'Export all that fit (CSV)')
            : null
        ])
      ]);
    })
  ]);
}

// All cases, a part at a time: never a bare count, but what it is made of and what comes next.
import { Sentence } from './brief.js';
import { CaseLink } from './dashboard.js';
import { h, Level, More, Shown, useEffect, useReading, useState } from './view.js';

const PART = 25;
const MOST = 200;
const LEVELS = ['none', 'watch', 'coordinate', 'escalate', 'executive'];
const PAUSE = 400;

function asked() {
  const query = new URLSearchParams(window.location.hash.split('?')[1] || '');
  return {
    journey: query.get('journey') || '',
    level: query.get('level') || '',
    status: query.has('status') ? query.get('status') : 'open',
    search: query.get('search') || '',
    sort: query.get('sort') || 'level'
  };
}

function Choice({ label, value, choices, onChange }) {
  return h('label', null, [
    h('span', null, label),
    h('select', { class: 'form-control', value, onChange: event => onChange(event.target.value) },
      choices.map(([key, title]) => h('option', { key, value: key }, title)))
  ]);
}

function Heading({ title, sort, by, onSort }) {
  return h('th', { scope: 'col', 'aria-sort': sort === by ? 'descending' : 'none' },
    h('button', { type: 'button', class: 'btn btn-link', onClick: () => onSort(by) }, [
      title, h('span', { 'aria-hidden': 'true' }, sort === by ? ' ▼' : ' ▽')
    ]));
}

function Line({ line }) {
  return h('tr', null, [
    h('td', { class: 'journey-case' }, [h(CaseLink, { line }), h('div', { class: 'journey-who' }, h('bdi', null, line.caseId))]),
    h('td', null, [h('bdi', null, line.journeyTitle), line.phase ? h('div', { class: 'journey-who' }, h('bdi', null, line.phase)) : null]),
    h('td', null, h(Sentence, { line })),
    h('td', null, h(Level, { level: line.level })),
    h('td', { class: 'journey-figure' }, line.days === 1 ? '1 day' : `${line.days} days`),
    h('td', { class: 'journey-figure' }, [line.companyCost || '–', line.customerCost ? h('div', { class: 'journey-who' }, `customer ${line.customerCost}`) : null]),
    h('td', null, line.ambassador ? h('bdi', null, line.ambassador) : h('span', { class: 'journey-none' }, 'nobody'))
  ]);
}

export function Journeys({ server }) {
  const [query, setQuery] = useState(asked);
  const [text, setText] = useState(query.search);
  const [wanted, setWanted] = useState(PART);
  const [further, setFurther] = useState([]);
  const change = part => {
    setWanted(PART);
    setFurther([]);
    setQuery(before => ({ ...before, ...part }));
  };
  useEffect(() => {
    const timer = setTimeout(() => text !== query.search && change({ search: text }), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const follow = () => window.location.hash.startsWith('#/journeys') && change(asked());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
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

  const known = (reading.data && reading.data.journeys) || [];
  const every = !reading.data || reading.data.all ? [['', 'all']] : [];
  return h('section', { class: 'journey-page' }, [
    h('h3', null, 'Journeys'),
    h('form', { class: 'journey-filters', role: 'search', onSubmit: event => { event.preventDefault(); change({ search: text }); } }, [
      h('label', { class: 'journey-search' }, [
        h('span', null, 'Case, customer or phone'),
        h('input', { type: 'search', class: 'form-control', value: text, maxLength: 128, onInput: event => setText(event.target.value) })
      ]),
      h(Choice, {
        label: 'Journey',
        value: query.journey || (reading.data && reading.data.journey) || '',
        choices: [...every, ...known.map(each => [each.key, each.title])],
        onChange: journey => change({ journey })
      }),
      h(Choice, { label: 'Level', value: query.level, choices: [['', 'all'], ...LEVELS.map(each => [each, each])], onChange: level => change({ level }) }),
      h(Choice, { label: 'Status', value: query.status, choices: [['open', 'open'], ['closed', 'closed'], ['', 'all']], onChange: status => change({ status }) })
    ]),
    h(Shown, { reading }, data => {
      const pages = [data, ...further];
      const lines = pages.flatMap(page => page.items);
      const { next } = pages[pages.length - 1];
      return h('div', null, [
        h('table', { class: 'table table-condensed journey-cases', 'aria-busy': Boolean(reading.loading) }, [
          h('thead', null, h('tr', null, [
            h('th', { scope: 'col' }, 'Customer'),
            h('th', { scope: 'col' }, 'Journey'),
            h('th', { scope: 'col' }, 'Contacts and next step'),
            h(Heading, { title: 'Level', sort: query.sort, by: 'level', onSort: sort => change({ sort }) }),
            h(Heading, { title: 'Opened', sort: query.sort, by: 'newest', onSort: sort => change({ sort }) }),
            h('th', { scope: 'col', class: 'journey-figure' }, 'Cost'),
            h('th', { scope: 'col' }, 'Ambassador')
          ])),
          h('tbody', null, lines.map(line => h(Line, { key: line.caseId, line })))
        ]),
        lines.length ? null : h('p', { class: 'journey-state' }, 'No case fits. Choose less, or look for something else.'),
        h(More, { next, loading: reading.loading, onMore: () => more(next) })
      ]);
    })
  ]);
}

// What the next person must know before meeting the customer.
import { h, Level, Said } from './view.js';

/** A case in one sentence, with its level. */
export function Sentence({ line }) {
  return h('span', { class: 'journey-sentence' }, [
    h('span', null, line.contacts),
    '; ',
    h('span', { class: line.overdue || line.unscheduled ? 'journey-late' : undefined }, h('bdi', null, line.next))
  ]);
}

function Figures({ line }) {
  const figures = [
    ['Phase', line.phase],
    ['Open for', line.days === 1 ? '1 day' : `${line.days} days`],
    ['Ambassador', line.ambassador || 'nobody'],
    ['Cost', [line.companyCost && `company ${line.companyCost}`, line.customerCost && `customer ${line.customerCost}`]
      .filter(Boolean)
      .join(', ')]
  ].filter(([, value]) => value);
  return h(
    'dl',
    { class: 'journey-figures' },
    figures.map(([name, value]) => h('div', { key: name }, [h('dt', null, name), h('dd', null, h('bdi', null, value))]))
  );
}

function Box({ title, empty, items, className }) {
  return h('section', { class: `journey-box ${className || ''}` }, [
    h('h4', null, title),
    items.length ? h('ul', null, items) : h('p', { class: 'journey-none' }, empty)
  ]);
}

const who = (...parts) => parts.filter(Boolean).join(', ');

function Facts({ brief }) {
  return h(Box, {
    title: 'Facts',
    empty: 'Nothing was told.',
    items: brief.facts.map(fact =>
      h('li', { key: fact.name, class: fact.here ? 'journey-here' : undefined }, [
        h('strong', null, h('bdi', null, fact.name)),
        ': ',
        h(Said, { text: fact.value })
      ])
    )
  });
}

const list = texts => texts.map((text, at) => h('span', { key: at }, [at ? '; ' : '', h(Said, { text })]));

/** Whether the visit that comes next can do what it is for. */
function Ready({ next }) {
  if (!next) {
    return null;
  }
  if (next.unknown) {
    return h('div', { class: 'journey-late' }, 'Whether the next visit is ready could not be told.');
  }
  return next.missing.length
    ? h('div', { class: 'journey-late' }, ['The next visit is not ready: ', list(next.missing), '.'])
    : h('div', { class: 'journey-good' }, 'The next visit is ready.');
}

function Promises({ brief, menu }) {
  return h(Box, {
    title: 'Promised',
    empty: 'Nothing is promised. The customer does not know what comes next.',
    items: brief.promises.map((promise, at) =>
      h('li', { key: promise.entry }, [
        h('strong', { class: promise.overdue || promise.unscheduled ? 'journey-late' : undefined }, promise.window),
        promise.overdue ? h('span', { class: 'journey-late' }, ' overdue') : null,
        ' ',
        h(Said, { text: promise.what }),
        promise.party ? h('span', { class: 'journey-who' }, h('bdi', null, promise.party)) : null,
        menu && menu({ type: 'promise', entry: promise.entry }),
        at === 0 ? h(Ready, { next: brief.next }) : null
      ])
    )
  });
}

function Open({ brief }) {
  return h(Box, {
    title: 'Open',
    empty: 'Nothing was left open.',
    items: brief.open.map((left, at) =>
      h('li', { key: at }, [
        h(Said, { text: left.what }),
        h('span', { class: 'journey-who' }, h('bdi', null, who(left.party, left.since)))
      ])
    )
  });
}

function Done({ brief }) {
  return h(Box, {
    title: 'Done last',
    empty: 'Nobody has met the customer yet.',
    items: brief.done.map(visit =>
      h('li', { key: visit.entry }, [
        h('strong', null, h('bdi', null, visit.what)),
        visit.outcome === 'done' ? null : h('span', { class: 'journey-mark' }, visit.outcome),
        h('span', { class: 'journey-who' }, h('bdi', null, who(visit.party, visit.user, visit.at))),
        visit.note ? h('div', null, h(Said, { text: visit.note })) : null
      ])
    )
  });
}

/** What most of the contacts go back to, in a sentence each. */
function Causes({ brief }) {
  return brief.causes.length
    ? h('section', { class: 'journey-causes' }, brief.causes.map(cause =>
        h('p', { key: cause.entry }, [
          h('b', null, cause.contacts === 1 ? 'One contact goes back to ' : `${cause.contacts} contacts go back to `),
          h('bdi', null, `#${cause.entry} ${cause.what}`),
          h('span', { class: 'journey-who' }, h('bdi', null, who(cause.party, cause.at))),
          cause.outcome === 'done' ? null : h('span', { class: 'journey-mark' }, cause.outcome)
        ])))
    : null;
}

function Handoffs({ brief, menu }) {
  return brief.handoffs.length
    ? h(Box, {
        title: 'Handed over',
        items: brief.handoffs.map(handoff =>
          h('li', { key: handoff.entry }, [
            h('bdi', null, `${handoff.from ? handoff.from + ' → ' : 'to '}${handoff.to}`),
            h('span', { class: handoff.read ? 'journey-who' : 'journey-who journey-late' },
              h('bdi', null, handoff.read ? `brief read ${handoff.read}` : 'brief not read yet')),
            menu && menu({ type: 'handoff', entry: handoff.entry }),
            handoff.missing.length
              ? h('div', { class: 'journey-late' }, ['Still to be told: ', list(handoff.missing), '.'])
              : null
          ])
        )
      })
    : null;
}

function Customer({ brief }) {
  const reach = [brief.phone, brief.email, brief.address].filter(Boolean);
  return h('p', { class: 'journey-customer' }, [
    h('strong', null, h('bdi', null, brief.line.customer || 'Customer unknown')),
    reach.map(each => h('span', { key: each }, [' · ', h('bdi', null, each)]))
  ]);
}

function Top({ brief }) {
  const { line } = brief;
  return h('header', { class: 'journey-top' }, [
    h('p', null, [h(Level, { level: line.level }), ' ', h(Sentence, { line })]),
    line.reason ? h('p', { class: 'journey-reason' }, [h('b', null, 'Why this level: '), h(Said, { text: line.reason })]) : null,
    h(Customer, { brief })
  ]);
}

/** `menu` shows what can be done with an entry. */
export function Brief({ brief, menu }) {
  return h('div', { class: 'journey-brief' }, [
    h(Top, { brief }),
    h(Figures, { line: brief.line }),
    h('div', { class: 'journey-boxes' }, [
      h(Facts, { brief }),
      h(Open, { brief }),
      h(Promises, { brief, menu }),
      h(Handoffs, { brief, menu })
    ]),
    h(Causes, { brief }),
    h(Done, { brief })
  ]);
}

/** What somebody should have been told before this; whom it was handed to is behind the tab. */
function Missing({ brief }) {
  const missing = brief.handoffs.flatMap(handoff => handoff.missing);
  return missing.length
    ? h(Box, { title: 'Still to be told', items: [...new Set(missing)].map(text => h('li', { key: text, class: 'journey-late' }, h(Said, { text }))) })
    : null;
}

/** As much as fits above a form. */
export function Short({ brief }) {
  return h('div', { class: 'journey-brief' }, [
    h(Top, { brief }),
    h('div', { class: 'journey-boxes' }, [h(Facts, { brief }), h(Open, { brief }), h(Promises, { brief }), h(Missing, { brief })])
  ]);
}

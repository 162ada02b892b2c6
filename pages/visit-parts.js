// What a visitor reads before ringing the bell.
import { h } from './preact.js';

const spaced = word => String(word).replace(/-/g, ' ');
const bdi = text => h('bdi', null, text);
const join = (parts, between = ' · ') =>
  parts.filter(Boolean).flatMap((part, at) => (at ? [between, bdi(part)] : [bdi(part)]));

export function Part({ id, title, children, className = '' }) {
  return h('section', { class: `card ${className}`, 'aria-labelledby': id }, [h('h2', { id }, title), children]);
}

/** A number to call, whatever was written for one. */
export function Phone({ t, name, phone }) {
  const digits = String(phone || '').replace(/[^+\d]/g, '');
  return digits.length < 3
    ? null
    : h('a', { class: 'button plain call', href: `tel:${digits}` }, [
        h('span', { 'aria-hidden': 'true' }, '☎ '),
        bdi(t('call', { name: name || phone }))
      ]);
}

export function Customer({ t, page }) {
  const { customer } = page;
  return customer
    ? h(Part, { id: 'customer', title: t('where') }, [
        customer.name && h('p', { class: 'big' }, bdi(customer.name)),
        customer.address && h('p', null, bdi(customer.address)),
        h(Phone, { t, name: customer.name, phone: customer.phone })
      ])
    : null;
}

export function Facts({ t, times, page }) {
  return page.facts.length
    ? h(Part, { id: 'facts', title: t('facts') },
        h('dl', null, page.facts.map(fact => [
          h('dt', null, bdi(fact.name)),
          h('dd', null, fact.value
            ? bdi(fact.value)
            : h('span', { class: 'quiet' },
                fact.from ? t('hiddenFrom', { when: times.moment(fact.from) }) : t('hiddenUntil')))
        ])))
    : null;
}

export function Open({ t, times, page }) {
  return page.open.length
    ? h(Part, { id: 'open', title: t('open'), className: 'marked' },
        h('ul', null, page.open.map(left => h('li', null, [
          bdi(left.what),
          h('div', { class: 'quiet small' }, join([left.party && spaced(left.party), times.day(left.since)]))
        ]))))
    : null;
}

export function Causes({ t, times, page }) {
  return page.causes.length
    ? h(Part, { id: 'causes', title: t('causes') }, page.causes.map(cause => [
        h('p', null, bdi(t('cause', {
          what: [cause.what, cause.party && spaced(cause.party)].filter(Boolean).join(', '),
          when: times.day(cause.at),
          count: cause.contacts
        }))),
        cause.note && h('p', { class: 'quiet' }, bdi(cause.note))
      ]))
    : null;
}

export function Before({ t, times, page }) {
  return h(Part, { id: 'before', title: t('done') }, page.before.length
    ? h('ol', { class: 'plain-list before' }, page.before.map(visit => h('li', null, [
        h('h3', null, [bdi(spaced(visit.what)), ' ', visit.outcome !== 'done'
          && h('span', { class: 'badge' }, t(`outcome.${visit.outcome}`))]),
        h('p', { class: 'quiet small' },
          join([times.day(visit.at), visit.party && spaced(visit.party), visit.by])),
        visit.note && h('p', null, bdi(visit.note)),
        visit.open && h('p', null, [h('strong', null, `${t('open')}: `), bdi(visit.open)])
      ])))
    : h('p', { class: 'quiet' }, t('nothingDone')));
}

export function People({ t, times, page }) {
  return page.people.length
    ? h(Part, { id: 'people', title: t('people') }, [
        h('ul', { class: 'plain-list people' }, page.people.map(person => h('li', null, [
          h('div', null, [
            h('strong', null, bdi(person.name || person.phone)),
            h('div', { class: 'quiet small' }, join([person.party && spaced(person.party), times.day(person.at)]))
          ]),
          h(Phone, { t, name: person.name, phone: person.phone })
        ]))),
        h('p', { class: 'quiet small' }, t('peopleHint'))
      ])
    : null;
}

export function Coming({ t, times, page }) {
  return page.coming.length
    ? h(Part, { id: 'coming', title: t('coming') },
        h('ul', null, page.coming.map(promise => h('li', null, [
          bdi(promise.what),
          h('div', { class: 'quiet small' }, join([
            promise.party && spaced(promise.party),
            promise.to ? times.window(promise.from, promise.to) : t('noTime')
          ]))
        ]))))
    : null;
}

export function Office({ t, page }) {
  return page.office
    ? h(Part, { id: 'office', title: t('office') }, [
        page.office.name && h('p', null, bdi(page.office.name)),
        h(Phone, { t, name: page.office.name || t('office'), phone: page.office.phone })
      ])
    : null;
}

/** What was reported of this visit. */
export function Recorded({ t, times, page }) {
  const { recorded } = page;
  return recorded
    ? h(Part, { id: 'recorded', title: t('recorded') }, [
        h('p', { class: 'big' }, t(`outcome.${recorded.outcome}`)),
        h('p', { class: 'quiet small' }, times.moment(recorded.at)),
        recorded.note && h('p', null, bdi(recorded.note)),
        recorded.open && h('p', null, [h('strong', null, `${t('open')}: `), bdi(recorded.open)])
      ])
    : null;
}

// The journeys that have a map.
import { call } from './server.js';
import { h, plural, Shown, useReading } from './view.js';
import { render } from './preact.js';

const root = document.getElementById('journeys');

function Page() {
  const reading = useReading(() => call('GET', `${root.dataset.api}/journeys`), []);
  return h('div', null, [
    h('h1', null, 'Journey maps'),
    h('p', { class: 'quiet' }, 'Each journey as it is drawn, with what happened on it.'),
    h(Shown, { reading }, ({ items }) => items.length
      ? h('ul', { class: 'plain-list maps' }, items.map(each => h('li', { key: each.key },
          h('a', { class: 'card', href: `journeys/${encodeURIComponent(each.key)}` }, [
            h('strong', null, h('bdi', null, each.title)),
            h('span', null, `${plural(each.phases, 'phase', 'phases')}, ${plural(each.touchpoints, 'touchpoint', 'touchpoints')}`)
          ]))))
      : h('p', { class: 'note' }, 'No journey is deployed yet.'))
  ]);
}

render(h(Page), root);

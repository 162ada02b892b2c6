// All that happened to a case, oldest first, a part at a time.
import { h, More, Said, Shown, useEffect, useReading, useState } from './view.js';

const PART = 25;
const MOST = 200;

const BAD = /^(extra|failed|missed|rework|redone|overdue|late|broken|unscheduled|sent away|chasing|brief not read|incident)/;

function Item({ item, menu }) {
  return h('li', { class: `journey-item journey-item-${item.type}`, id: `journey-entry-${item.entry}` }, [
    h('div', { class: 'journey-item-at' }, [h('span', null, item.at), h('span', { class: 'journey-number' }, `#${item.entry}`)]),
    h('div', { class: 'journey-item-what' }, [
      h('div', null, [
        h('strong', null, h('bdi', null, item.title)),
        item.by ? h('span', { class: 'journey-who' }, h('bdi', null, item.by)) : null,
        item.marks.map(mark =>
          h('span', { key: mark, class: BAD.test(mark) ? 'journey-mark journey-mark-bad' : 'journey-mark' }, h('bdi', null, mark))
        ),
        menu && menu(item)
      ]),
      item.texts.map((text, at) => h('div', { key: at, class: 'journey-item-text' }, h(Said, { text }))),
      item.cause
        ? h('div', { class: 'journey-cause' }, ['caused by ', h('bdi', null, `#${item.cause.entry} ${item.cause.what}`)])
        : null
    ])
  ]);
}

/**
 * `read` takes a place and a number of entries, and gives a page; a new `stamp` reads it again; `menu` shows what can be
 * done with an entry.
 */
export function Timeline({ read, about, stamp, menu }) {
  const [wanted, setWanted] = useState(PART);
  const [further, setFurther] = useState([]);
  const first = useReading(() => read(undefined, Math.min(wanted, MOST)), [about, wanted, stamp]);
  const [busy, setBusy] = useState(false);
  const whole = Boolean(first.data) && !first.data.next;
  useEffect(() => {
    if (stamp && whole && wanted < MOST) {
      setWanted(wanted + PART);
    }
  }, [stamp]);

  async function more(next) {
    if (wanted < MOST) {
      setWanted(wanted + PART);
      return;
    }
    setBusy(true);
    try {
      const page = await read(next, PART);
      setFurther([...further, page]);
    } finally {
      setBusy(false);
    }
  }

  return h('section', { class: 'journey-timeline', 'aria-label': 'Timeline' }, [
    h('h4', null, 'What happened'),
    h(Shown, { reading: first, what: 'timeline' }, page => {
      const pages = [page, ...further];
      const items = pages.flatMap(each => each.items);
      const { next } = pages[pages.length - 1];
      return h('div', null, [
        items.length
          ? h('ol', null, items.map(item => h(Item, { key: item.entry, item, menu })))
          : h('p', { class: 'journey-none' }, 'Nothing has happened yet.'),
        h(More, { next, loading: busy || first.loading, onMore: () => more(next) })
      ]);
    })
  ]);
}

// What the pages share: reading again now and then without a jump, states, and texts of people as nothing but texts.
import { h, render } from './preact.js';
import { useCallback, useEffect, useRef, useState } from './hooks.js';

export { h, useCallback, useEffect, useRef, useState };

const AGAIN_AFTER = 30_000;
const LONG = 280;

const mounted = new Set();

/** Shows a view in a place Camunda gives. */
export function mount(node, view) {
  node.classList.add('journey');
  mounted.add(node);
  render(view, node);
}

/** Camunda doesn't say which place it takes away: all those that have left the page. */
export function sweep() {
  setTimeout(() => {
    for (const node of mounted) {
      if (!node.isConnected) {
        mounted.delete(node);
        render(null, node);
      }
    }
  });
}

/**
 * Reads, and reads again from time to time while somebody looks. What is shown stays until something newer is there, and
 * an answer that comes after a later question is dropped.
 */
export function useReading(read, questions) {
  const [state, setState] = useState({ loading: true });
  const asked = useRef(0);
  const again = useCallback(() => {
    const turn = ++asked.current;
    const mine = next => turn === asked.current && setState(next);
    return read().then(
      data => mine({ data }),
      error => mine(before => ({ data: error.status === 404 ? undefined : before.data, error }))
    );
  }, questions);
  useEffect(() => {
    setState(before => ({ ...before, loading: true }));
    again();
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), AGAIN_AFTER);
    return () => {
      asked.current++;
      clearInterval(timer);
    };
  }, questions);
  return { ...state, again, set: data => setState({ data }) };
}

/** What is read, or why there is nothing to show. */
export function Shown({ reading, what, children }) {
  const { data, error, again } = reading;
  if (data === undefined && error) {
    return h('div', { class: 'journey-state', role: 'alert' }, [
      h('p', null, error.status === 404 && what ? `There is no ${what} here.` : error.message),
      error.status === 404 ? null : h('button', { type: 'button', class: 'btn btn-default', onClick: again }, 'Try again')
    ]);
  }
  if (data === undefined) {
    return h('p', { class: 'journey-state', role: 'status' }, 'Loading…');
  }
  return h('div', null, [
    error ? h('p', { class: 'journey-stale', role: 'status' }, `Not up to date: ${error.message}`) : null,
    children(data)
  ]);
}

/** Text of people: shown as it is, kept apart from what surrounds it, and folded where it is very long. */
export function Said({ text }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > LONG;
  return h('span', { class: 'journey-said' }, [
    h('bdi', null, long && !whole ? text.slice(0, LONG) + '…' : text),
    long
      ? h(
          'button',
          { type: 'button', class: 'btn btn-link journey-fold', 'aria-expanded': whole, onClick: () => setWhole(!whole) },
          whole ? 'less' : 'all of it'
        )
      : null
  ]);
}

export function Level({ level }) {
  return h('span', { class: `journey-level journey-level-${level}` }, level);
}

/** The next part of a list. */
export function More({ next, loading, onMore }) {
  return next
    ? h('button', { type: 'button', class: 'btn btn-default', disabled: loading, onClick: onMore }, 'Show more')
    : null;
}

export function plural(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

/** Things to do with something, behind one small button; closes by Escape, and when somebody goes elsewhere. */
export function Menu({ label, title, items, onChoose }) {
  const place = useRef(null);
  const close = () => {
    place.current.open = false;
  };
  return items.length
    ? h('details', {
        class: 'journey-menu',
        ref: place,
        onToggle: () => {
          const list = place.current.lastElementChild;
          list.classList.remove('journey-menu-left');
          list.classList.toggle('journey-menu-left', list.getBoundingClientRect().right > document.documentElement.clientWidth);
        },
        onKeyDown: event => {
          if (event.key === 'Escape' && place.current.open) {
            event.stopPropagation();
            close();
            place.current.firstElementChild.focus();
          }
        },
        onFocusOut: event => event.relatedTarget && !place.current.contains(event.relatedTarget) && close()
      }, [
        h('summary', { class: 'btn btn-default btn-sm', 'aria-label': title, title }, label),
        h('div', { class: 'journey-menu-items' }, items.map(item =>
          h('button', {
            key: item.title,
            type: 'button',
            class: 'btn btn-link',
            onClick: () => {
              close();
              onChoose(item, place.current.firstElementChild);
            }
          }, item.title)))
      ])
    : null;
}

/** Such as "5", or "10,000+" where counting ended. */
export function counted(count, most) {
  return count > most ? `${most.toLocaleString('en')}+` : count.toLocaleString('en');
}

// What lies on Cockpit's diagram. A viewer outlives the page that shows it: what was laid on it has to be taken away again.
import { h, useReading } from './view.js';
import { render } from './preact.js';

/** Readable however far away the diagram is. */
const READABLE = { min: 0.85, max: 1.4 };

/** Where there is room for a legend beside a diagram, in pixels. */
const WIDE = 700;

/** Where there is none even for a panel, such as beside Cockpit's own information on a phone. */
const NARROW = 200;

/** How far an event on an element's edge hangs out of it, in pixels of the diagram. */
const ATTACHED = 18;

const shown = new WeakMap();

/**
 * A plugin on diagrams: `open` lays something on a viewer and gives a function that takes it away. Camunda says that a
 * diagram is left, but not which one; they are left in the order they were opened.
 */
export function onDiagrams(open) {
  const opened = [];
  return {
    render(viewer, more) {
      shown.get(viewer)?.();
      const close = once(open(viewer, more));
      shown.set(viewer, close);
      opened.push(close);
    },
    unmount() {
      opened.shift()?.();
    }
  };
}

function once(close) {
  let open = true;
  return () => {
    if (open) {
      open = false;
      close();
    }
  };
}

/**
 * Reads what is to be shown and, where there is anything at all, shows a panel on the diagram. A diagram without a
 * journey, or of one the user may not see, stays as it is.
 */
export function panelOn(viewer, read, Panel) {
  const container = viewer.get('canvas').getContainer();
  const layer = new Layer(viewer);
  const node = document.createElement('div');
  node.className = 'journey journey-panel';
  node.addEventListener('wheel', event => event.stopPropagation());
  const fitted = new ResizeObserver(() => {
    node.hidden = container.clientWidth < NARROW;
    node.classList.toggle('journey-wide', container.clientWidth >= WIDE);
  });
  let open = true;
  const first = read();
  first.then(
    data => {
      if (open && data) {
        container.append(node);
        fitted.observe(container);
        render(h(Reading, { read: ahead(first, read), layer, Panel, wide: container.clientWidth >= WIDE }), node);
      }
    },
    () => {}
  );
  return () => {
    open = false;
    fitted.disconnect();
    render(null, node);
    node.remove();
    layer.clear();
  };
}

function Reading({ read, layer, Panel, wide }) {
  const { data, error } = useReading(read, [read]);
  return data ? h(Panel, { data, error, layer, wide }) : null;
}

/** What was asked already need not be asked again at once. */
function ahead(first, read) {
  let answer = first;
  return () => {
    const now = answer ?? read();
    answer = undefined;
    return now;
  };
}

/** Badges and tints on elements, by their ids; what isn't drawn is passed over. */
export class Layer {
  constructor(viewer) {
    this.overlays = viewer.get('overlays');
    this.canvas = viewer.get('canvas');
    this.elements = viewer.get('elementRegistry');
    this.badges = [];
    this.tints = [];
  }

  has(id) {
    return Boolean(id && this.elements.get(id));
  }

  /** `where`: above or below an element's middle, or at its left edge; its corners are Cockpit's. */
  badge(id, where, content) {
    const element = this.elements.get(id);
    const middle = element.width / 2;
    const position = {
      above: { top: 0, left: middle },
      below: { top: element.height + (element.attachers?.length ? ATTACHED : 0), left: middle },
      left: { top: element.height / 2, left: 0 }
    }[where];
    const html = node('div', `journey-on journey-on-${where}`, content);
    this.badges.push(this.overlays.add(id, 'journey', { position, html, scale: READABLE }));
  }

  tint(id, name) {
    this.canvas.addMarker(id, name);
    this.tints.push([id, name]);
  }

  clear() {
    this.badges.splice(0).forEach(each => this.overlays.remove(each));
    this.tints.splice(0).forEach(([id, name]) => this.has(id) && this.canvas.removeMarker(id, name));
  }
}

/** An element of the page. Overlays are made without Preact, and of nothing but texts. */
export function node(tag, name, content, title) {
  const made = document.createElement(tag);
  made.className = name;
  if (title) {
    made.title = title;
  }
  made.append(...[content].flat());
  return made;
}

/** What was chosen the last time in this browser. */
export function remembered(key, usual) {
  try {
    return localStorage.getItem(key) ?? usual;
  } catch {
    return usual;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // a browser that keeps nothing asks again
  }
}

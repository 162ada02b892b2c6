import { partsOf, receiver } from './parts';

const LAYER = 'journey-handoff';
const COLOURS = [ 'bioc:stroke', 'bioc:fill', 'color:border-color', 'color:background-color' ];

/** Marks phases, touchpoints and handoffs on the canvas, and says who takes over. */
export default class JourneyMarks {

  static $inject = [ 'bpmnjs', 'canvas', 'elementRegistry', 'eventBus', 'overlays' ];

  constructor(bpmnjs, canvas, elementRegistry, eventBus, overlays) {
    this.bpmnjs = bpmnjs;
    this.canvas = canvas;
    this.elementRegistry = elementRegistry;
    this.eventBus = eventBus;
    this.overlays = overlays;
    this.marked = [];
    eventBus.on([ 'import.done', 'elements.changed' ], () => this.update());
    eventBus.on('diagram.clear', () => {
      this.marked = [];
    });
  }

  update() {
    const definitions = this.bpmnjs.getDefinitions();
    const parts = definitions ? partsOf(definitions) : [];
    this.clear();
    parts.forEach((part) => this.mark(part));
    this.eventBus.fire('journey.changed', { parts });
  }

  clear() {
    this.overlays.remove({ type: LAYER });
    this.marked
      .filter(({ id }) => this.elementRegistry.get(id))
      .forEach(({ id, marker }) => this.canvas.removeMarker(id, marker));
    this.marked = [];
  }

  mark({ element, names }) {
    const drawn = this.elementRegistry.get(element.id);
    if (!drawn) {
      return;
    }
    this.addMarker(element.id, `journey-${names[0]}`);
    if (!hasOwnColour(drawn)) {
      this.addMarker(element.id, 'journey-paint');
    }
    if (receiver(element)) {
      this.overlays.add(element.id, LAYER, {
        position: isSmall(drawn) ? { top: -24, left: 16 } : { bottom: 10, left: 0 },
        html: badge(receiver(element), isSmall(drawn) ? 0 : drawn.width)
      });
    }
  }

  addMarker(id, marker) {
    this.canvas.addMarker(id, marker);
    this.marked.push({ id, marker });
  }
}

/** What somebody has painted keeps its colour. */
function hasOwnColour({ di }) {
  return Boolean(di && COLOURS.some((colour) => di.get(colour)));
}

/** An event, whose own symbol and title a badge at its lower edge would hide. */
function isSmall({ width, height }) {
  return width === height;
}

function badge(to, width) {
  const node = document.createElement('div');
  node.className = 'journey-badge';
  node.textContent = `→ ${to}`;
  node.title = `Hands over to ${to}`;
  node.style.minWidth = `${width}px`;
  return node;
}

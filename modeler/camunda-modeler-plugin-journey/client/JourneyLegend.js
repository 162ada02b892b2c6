import { PARTS } from './parts';

/** Says on the canvas what the colours mean and how many there are of each. Hidden where there is no journey. */
export default class JourneyLegend {

  static $inject = [ 'canvas', 'eventBus' ];

  constructor(canvas, eventBus) {
    this.legend = document.createElement('details');
    this.legend.className = 'journey-legend';
    this.legend.open = true;
    this.legend.hidden = true;
    canvas.getContainer().appendChild(this.legend);
    eventBus.on('journey.changed', ({ parts }) => this.show(parts));
    eventBus.on('diagram.destroy', () => this.legend.remove());
  }

  show(parts) {
    this.legend.replaceChildren(heading(), list(parts));
    this.legend.hidden = parts.length === 0;
  }
}

function heading() {
  const summary = document.createElement('summary');
  summary.textContent = 'Customer journey';
  return summary;
}

function list(parts) {
  const items = document.createElement('ul');
  for (const { name, label } of PARTS) {
    const count = parts.filter(({ names }) => names.includes(name)).length;
    if (count > 0) {
      items.append(item(name, label, count));
    }
  }
  return items;
}

function item(name, label, count) {
  const line = document.createElement('li');
  line.className = `journey-${name}`;
  line.dataset.count = count;
  const title = document.createElement('span');
  title.textContent = label;
  const number = document.createElement('b');
  number.textContent = count;
  line.append(title, number);
  return line;
}

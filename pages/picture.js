// The picture of a journey: rows of facts under its touchpoints, with the curve of satisfaction on top. It is broken into
// bands like lines of a text, so that it fits a phone, a screen and a sheet of paper alike.
import { monotoneX } from './d3/curve/monotone.js';
import line from './d3/line.js';
import { hoursOf, lasting, made, number, paid, wrong } from './columns.js';
import { h } from './view.js';

const LEAST = 112;
const WIDEST = 190;
const PHONE = 600;
const LABELS = { wide: 104, narrow: 74 };
const LINE = 15;
const PAD = 7;
const CURVE = { above: 24, height: 84, below: 22 };
const BAR = 40;
const HEAD = 54;
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const canvas = document.createElement('canvas').getContext('2d');

function widthOf(text, bold) {
  canvas.font = `${bold ? 600 : 400} ${bold ? 13 : 12}px ${FAMILY}`;
  return canvas.measureText(text).width * 1.03;
}

/** Lines that fit a width; a word that doesn't is broken, and what is too much ends in an ellipsis. */
function wrap(text, width, { bold = false, most = 6 } = {}) {
  const lines = [];
  let rest = text.trim().replace(/\s+/g, ' ').slice(0, 400);
  while (rest && lines.length < most) {
    let end = rest.length;
    if (widthOf(rest, bold) > width) {
      const letters = Array.from(rest);
      let fit = 1;
      while (fit < letters.length && widthOf(letters.slice(0, fit + 1).join(''), bold) <= width) {
        fit++;
      }
      const fitting = letters.slice(0, fit).join('');
      const space = rest[fitting.length] === ' ' ? fitting.length : Math.max(fitting.lastIndexOf(' '), fitting.lastIndexOf('-') + 1);
      end = space > 0 ? space : fitting.length;
    }
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  if (rest) {
    lines[most - 1] = Array.from(lines[most - 1]).slice(0, -1).join('') + '…';
  }
  return lines;
}

/** Which columns stand together: whole phases as far as they fit, in as few bands as can be and all about as long. */
function bandsOf(phases, most) {
  const parts = phases.flatMap(phase => {
    const cells = (phase.columns.length ? phase.columns : [null]).map((column, index) => ({ phase, column, continued: index > 0 }));
    return Array.from({ length: Math.ceil(cells.length / most) }, (none, part) => cells.slice(part * most, (part + 1) * most));
  });
  const fewest = filled(parts, most).length;
  let limit = Math.max(...parts.map(part => part.length));
  while (filled(parts, limit).length > fewest) {
    limit++;
  }
  return filled(parts, limit);
}

function filled(parts, limit) {
  const bands = [];
  for (const part of parts) {
    const band = bands[bands.length - 1];
    if (band && band.length + part.length <= limit) {
      band.push(...part);
    } else {
      bands.push([...part]);
    }
  }
  return bands;
}

/** How wide everything is, in a given width. */
function layoutOf(phases, width) {
  const labels = width < PHONE ? LABELS.narrow : LABELS.wide;
  const most = Math.max(1, Math.floor((width - labels) / LEAST));
  const bands = bandsOf(phases, most);
  const longest = Math.max(...bands.map(band => band.length));
  const column = Math.min(WIDEST, Math.floor((width - labels - 1) / longest));
  return { labels, column, bands };
}

/** What bars are measured by, over the whole journey. */
function scalesOf(phases) {
  const happened = phases.flatMap(phase => phase.columns).map(column => column.happened);
  return {
    contacts: Math.max(1, ...happened.map(each => each.contacts)),
    hours: Math.max(1, ...happened.map(each => hoursOf(each.waits.mean) || 0))
  };
}

function Lines({ x, y, lines, kind, anchor }) {
  return h('text', { x, y, class: kind, 'text-anchor': anchor || 'start' },
    lines.map((each, index) => h('tspan', { key: index, x, dy: index ? LINE : 0 }, each)));
}

/** A row of texts; as high as the longest of them. */
function texts(title, of, { kind = 'p-text', above = 0, draw } = {}) {
  return (band, at) => {
    const cells = band.map(({ column }) => (column ? of(column) : []).flatMap(text => wrap(text, at.column - 2 * PAD)));
    const height = above + Math.max(2, ...cells.map(lines => lines.length)) * LINE + 2 * PAD;
    return {
      title,
      height,
      draw: y => cells.map((lines, index) => [
        draw && band[index].column ? draw(band[index].column, at.left(index) + PAD, y + PAD, at.column - 2 * PAD) : null,
        h(Lines, { x: at.left(index) + PAD, y: y + PAD + above + 11, lines, kind: lines[0] === '–' ? 'p-quiet' : kind })
      ])
    };
  };
}

const or = (list, empty = '–') => (list.length ? list : [empty]);

function touchpoints(band, at) {
  const cells = band.map(({ column }) => column && {
    truth: column.truth,
    title: wrap(column.title, at.column - 2 * PAD - (column.truth ? 17 : 0), { bold: true }),
    about: [[column.channel, column.party].filter(Boolean).join(', '), (column.names || []).slice(0, 3).join(', ')]
      .filter(Boolean)
      .flatMap(text => wrap(text, at.column - 2 * PAD, { most: 3 })),
    drawn: column.drawn
  });
  const height = Math.max(1, ...cells.filter(Boolean).map(cell => cell.title.length + cell.about.length)) * LINE + 2 * PAD + 6;
  return {
    title: '',
    height,
    draw: y => cells.map((cell, index) => cell && h('g', null, [
      h('rect', {
        x: at.left(index) + 3, y: y + 3, width: at.column - 6, height: height - 6, rx: 6,
        class: cell.truth ? 'p-card p-truth' : cell.drawn ? 'p-card' : 'p-card p-undrawn'
      }),
      cell.truth ? h('path', { class: 'p-star', d: star(at.left(index) + at.column - 15, y + 15, 8) }) : null,
      h(Lines, { x: at.left(index) + PAD + 2, y: y + PAD + 13, lines: cell.title, kind: 'p-title' }),
      h(Lines, { x: at.left(index) + PAD + 2, y: y + PAD + 13 + cell.title.length * LINE, lines: cell.about, kind: 'p-quiet' })
    ]))
  };
}

function star(x, y, radius) {
  return Array.from({ length: 10 }, (none, index) => {
    const far = index % 2 ? radius * 0.45 : radius;
    const angle = (Math.PI * index) / 5 - Math.PI / 2;
    return `${index ? 'L' : 'M'}${(x + far * Math.cos(angle)).toFixed(1)},${(y + far * Math.sin(angle)).toFixed(1)}`;
  }).join('') + 'Z';
}

function curve(all, from, id) {
  return (band, at) => {
    const height = CURVE.above + CURVE.height + CURVE.below;
    return {
      title: 'How satisfied',
      height,
      draw: y => {
        const up = score => y + CURVE.above + CURVE.height * (1 - score / 100);
        const middle = index => at.left(index) + at.column / 2;
        const scoreOf = ({ column }) => (column && column.happened.scores.count ? column.happened.scores.mean : null);
        const path = line()
          .defined(each => scoreOf(each) !== null)
          .x((each, index) => middle(index - from))
          .y(each => up(scoreOf(each)))
          .curve(monotoneX)(all);
        return [
          h('clipPath', { id }, h('rect', { x: at.labels, y, width: at.column * band.length, height })),
          [0, 50, 100].map(score => h('g', { key: score }, [
            h('line', { class: 'p-grid', x1: at.labels, x2: at.left(band.length), y1: up(score), y2: up(score) }),
            at.labels > LABELS.narrow
              ? h(Lines, { x: at.labels - 5, y: up(score) + 4, lines: [String(score)], kind: 'p-quiet', anchor: 'end' })
              : null
          ])),
          h('path', { class: 'p-curve', d: path, 'clip-path': `url(#${id})` }),
          band.map((each, index) => scoreOf(each) === null
            ? h(Lines, { x: middle(index), y: y + height - 6, lines: [each.column ? 'nobody asked' : ''], kind: 'p-quiet', anchor: 'middle' })
            : h('g', null, [
                h('circle', { class: 'p-dot', cx: middle(index), cy: up(scoreOf(each)), r: 5 }),
                h(Lines, { x: middle(index), y: up(scoreOf(each)) - 10, lines: [number(scoreOf(each))], kind: 'p-title', anchor: 'middle' }),
                h(Lines, {
                  x: middle(index), y: y + height - 6, kind: 'p-quiet', anchor: 'middle',
                  lines: [`${number(each.column.happened.scores.count)} ${each.column.happened.scores.count === 1 ? 'answer' : 'answers'}`]
                })
              ]))
        ];
      }
    };
  };
}

function bars(column, x, y, width, scales, planned) {
  const { contacts, counted } = column.happened;
  const wide = Math.min(width, 56);
  const parts = [
    [planned ? column.happened.planned : counted, 'p-planned'],
    [planned ? counted - column.happened.planned : 0, 'p-extra'],
    [contacts - counted, 'p-aside']
  ];
  let top = y + BAR;
  return parts.filter(([count]) => count > 0).map(([count, kind]) => {
    const height = (count / scales.contacts) * BAR;
    top -= height;
    return h('rect', { key: kind, class: kind, x: x + 0.5, y: top, width: wide, height });
  });
}

function rowsOf(phases, all, map) {
  const scales = scalesOf(phases);
  const planned = map.version !== null;
  return (from, id) => [
    touchpoints,
    curve(all, from, id),
    texts('Contacts', column => [made(column.happened, planned && column.drawn)], {
      above: BAR + 6,
      draw: (column, x, y, width) => bars(column, x, y, width, scales, planned)
    }),
    texts('Went wrong', column => or(wrong(column.happened)), { kind: 'p-bad' }),
    texts('As drawn?', column => column.drawn ? or(asPlanned(column, map.closedCases)) : ['not in the model']),
    texts('Waiting before', column => waiting(column.happened), {
      above: 10,
      draw: (column, x, y, width) => hoursOf(column.happened.waits.mean)
        ? h('rect', { class: 'p-wait', x, y, width: Math.max(2, (hoursOf(column.happened.waits.mean) / scales.hours) * width), height: 5, rx: 2 })
        : null
    }),
    texts('Cost to the company', column => or(paid(column.happened, 'company'))),
    texts('Cost to the customer', column => or(paid(column.happened, 'customer')))
  ];
}

function asPlanned(column, closed) {
  return [
    closed && column.skipped ? `skipped in ${number(column.skipped)} of ${number(closed)} closed cases` : null,
    column.happened.repeated ? `repeated ${number(column.happened.repeated)}×` : null,
    column.happened.contacts && !column.happened.repeated && !column.skipped ? 'yes' : null
  ].filter(Boolean);
}

function waiting(happened) {
  return or([
    happened.waits.count ? lasting(happened.waits.mean) : null,
    happened.handoffs.count
      ? `${number(happened.handoffs.count)}× from another party, ${lasting(happened.handoffs.mean)}`
      : null
  ].filter(Boolean));
}

/** What stands in a phase's head. */
function told(phase) {
  const { kept, late, broken } = phase.promises || { kept: 0, late: 0, broken: 0 };
  return [
    phase.cases === undefined ? null : [
      `${number(phase.cases)} ${phase.cases === 1 ? 'case' : 'cases'}`,
      phase.elapsed ? `${lasting(phase.elapsed)} each` : null
    ].filter(Boolean).join(', '),
    kept || broken ? `promises: ${number(kept)} kept${late ? `, ${number(late)} of them late` : ''}, ${number(broken)} broken` : null
  ].filter(Boolean);
}

function headOf(band, at) {
  const groups = [];
  band.forEach(({ phase, continued }, index) => {
    const last = groups[groups.length - 1];
    if (last && last.phase === phase) {
      last.count++;
    } else {
      groups.push({ phase, continued, index, count: 1 });
    }
  });
  for (const group of groups) {
    const width = at.column * group.count - 2 * PAD - 4;
    group.title = wrap(group.phase.title + (group.continued ? ', continued' : ''), width, { bold: true, most: 4 });
    group.lines = group.continued ? [] : told(group.phase).flatMap(text => wrap(text, width, { most: 5 }));
  }
  const height = Math.max(...groups.map(group => group.title.length + group.lines.length)) * LINE + 2 * PAD + 2;
  return {
    height,
    draw: y => groups.map(group => {
      const x = at.left(group.index);
      return h('g', { key: group.index }, [
        h('rect', { class: 'p-phase', x: x + 1, y, width: at.column * group.count - 2, height, rx: 6 }),
        h(Lines, { x: x + PAD + 2, y: y + PAD + 12, lines: group.title, kind: 'p-title' }),
        h(Lines, {
          x: x + PAD + 2, y: y + PAD + 12 + group.title.length * LINE, lines: group.lines,
          kind: group.phase.promises && group.phase.promises.broken ? 'p-bad' : 'p-text'
        })
      ]);
    })
  };
}

function Band({ band, layout, rows, label, head, share }) {
  const { labels, column } = layout;
  const at = { labels, column, left: index => labels + column * index };
  const phases = headOf(band, at);
  const drawn = rows.map(row => row(band, at));
  const top = head ? HEAD : 0;
  const width = at.left(band.length) + 1;
  const height = top + phases.height + 4 + drawn.reduce((sum, row) => sum + row.height, 0);
  let y = top + phases.height + 4;
  return h('svg', {
    class: 'picture', role: 'img', 'aria-label': label, preserveAspectRatio: 'xMinYMin meet', viewBox: `0 0 ${width} ${height}`,
    width: share || width, height: share ? undefined : height, xmlns: 'http://www.w3.org/2000/svg'
  }, [
    head ? h(Lines, { x: 4, y: 20, lines: [head.title], kind: 'p-head' }) : null,
    head ? h(Lines, { x: 4, y: 40, lines: [head.period], kind: 'p-quiet' }) : null,
    phases.draw(top),
    drawn.map((row, index) => {
      const from = y;
      y += row.height;
      return h('g', { key: index }, [
        index > 1 || row.title ? h('line', { class: 'p-rule', x1: 0, x2: width, y1: from, y2: from }) : null,
        row.title ? h(Lines, { x: 0, y: from + PAD + 11, lines: wrap(row.title, labels - (labels > LABELS.narrow ? 30 : 4)), kind: 'p-label' }) : null,
        row.draw(from)
      ]);
    })
  ]);
}

/**
 * The picture in a width, in pixels; on paper it grows with the sheet.
 *
 * @param name told apart from other pictures of the page by it
 * @param label what those who don't see it are told
 */
export function Picture({ map, phases, width, name, label, paper }) {
  const layout = layoutOf(phases, width);
  const all = layout.bands.flat();
  const rows = rowsOf(phases, all, map);
  const longest = Math.max(...layout.bands.map(band => layout.labels + layout.column * band.length + 1));
  let from = 0;
  return h('div', { class: 'bands' }, layout.bands.map((band, index) => {
    const first = from;
    from += band.length;
    const id = `${name}-${index}`;
    return h('div', { key: index, class: 'band' }, h(Band, {
      band, layout, rows: rows(first, id),
      share: paper ? `${((layout.labels + layout.column * band.length + 1) / longest) * 100}%` : undefined,
      label: layout.bands.length > 1 ? `${label}, part ${index + 1} of ${layout.bands.length}` : label
    }));
  }));
}

/** The picture in one piece, for a file of its own. */
export function Whole({ map, phases, title, period }) {
  const columns = phases.reduce((sum, phase) => sum + Math.max(1, phase.columns.length), 0);
  const layout = layoutOf(phases, LABELS.wide + columns * (LEAST + 12) + 1);
  const all = layout.bands.flat();
  return h(Band, {
    band: all, layout, rows: rowsOf(phases, all, map)(0, 'whole'), label: title, head: { title, period }
  });
}

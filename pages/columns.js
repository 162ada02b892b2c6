// A journey's map as columns: its touchpoints in their phases, and beside them what nobody has drawn.

/** More names than this are no touchpoints but words somebody typed: the busiest are shown. */
const MOST_UNDRAWN = 24;

const OUTSIDE = 'Outside the phases';

/** Phases in their order, each with its columns; a phase without any is shown all the same. */
export function phasesOf(map) {
  const phases = map.phases.map(phase => ({
    key: phase.id,
    title: phase.title,
    cases: phase.cases,
    elapsed: phase.effort.elapsed,
    promises: phase.happened.promises,
    columns: [
      ...map.touchpoints.filter(each => each.phase === phase.id).map(drawn),
      ...undrawnTogether(phase.adHoc, phase.id)
    ]
  }));
  const known = new Set(map.phases.map(phase => phase.id));
  const outside = [
    ...map.touchpoints.filter(each => !known.has(each.phase)).map(drawn),
    ...(map.version === null ? undrawn(map.adHoc) : undrawnTogether(map.adHoc, ''))
  ];
  return outside.length
    ? [...phases, { key: '', title: map.version === null ? 'As it was reported' : OUTSIDE, columns: outside }]
    : phases;
}

function drawn(touchpoint) {
  return {
    key: touchpoint.id,
    title: touchpoint.title,
    channel: spaced(touchpoint.channel),
    party: spaced(touchpoint.party),
    truth: touchpoint.moment === 'truth',
    drawn: true,
    cases: touchpoint.cases,
    skipped: touchpoint.skipped,
    happened: touchpoint.happened
  };
}

/** What was reported under its own names, one column each. */
function undrawn(adHoc) {
  const busiest = [...adHoc].sort((one, other) => other.happened.contacts - one.happened.contacts);
  const rest = busiest.slice(MOST_UNDRAWN);
  return [
    ...busiest.slice(0, MOST_UNDRAWN).map((each, index) => ({
      key: `reported-${index}`,
      title: each.touchpoint || 'Without a name',
      cases: each.cases,
      happened: each.happened
    })),
    ...(rest.length ? [{ key: 'rest', title: `${rest.length} more names`, happened: sum(rest.map(each => each.happened)) }] : [])
  ];
}

/** What happened in a phase at no drawn touchpoint, in one column. */
function undrawnTogether(adHoc, phase) {
  const names = adHoc.map(each => each.touchpoint).filter(Boolean);
  return adHoc.length
    ? [{ key: `undrawn-${phase}`, title: 'Not in the model', names, happened: sum(adHoc.map(each => each.happened)) }]
    : [];
}

function sum(happened) {
  const total = of => happened.reduce((all, each) => all + of(each), 0);
  const costs = new Map();
  for (const cost of happened.flatMap(each => each.costs)) {
    const key = cost.payer + cost.currency;
    const before = costs.get(key);
    costs.set(key, { ...cost, amount: cost.amount + (before ? before.amount : 0) });
  }
  const outcomes = {};
  for (const each of happened) {
    for (const [outcome, count] of Object.entries(each.outcomes)) {
      outcomes[outcome] = (outcomes[outcome] || 0) + count;
    }
  }
  const answers = total(each => each.scores.count);
  return {
    contacts: total(each => each.contacts),
    outcomes,
    counted: total(each => each.counted),
    planned: total(each => each.planned),
    repeated: total(each => each.repeated),
    caused: total(each => each.caused),
    scores: { count: answers, mean: answers ? total(each => each.scores.count * (each.scores.mean || 0)) / answers : null },
    costs: [...costs.values()],
    waits: waits(happened.map(each => each.waits)),
    handoffs: waits(happened.map(each => each.handoffs)),
    promises: {
      kept: total(each => each.promises.kept),
      late: total(each => each.promises.late),
      broken: total(each => each.promises.broken)
    }
  };
}

function waits(all) {
  const count = all.reduce((sum, each) => sum + each.count, 0);
  const hours = all.reduce((sum, each) => sum + each.count * (hoursOf(each.mean) || 0), 0);
  return { count, mean: count ? `PT${Math.round((hours * 3600) / count)}S` : null };
}

/** Hours of an ISO-8601 duration; null of none. */
export function hoursOf(duration) {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(duration || '');
  return parts && Number(parts[1] || 0) + Number(parts[2] || 0) / 60 + Number(parts[3] || 0) / 3600;
}

/** A group's or channel's id as people write it; what only a case knows is said so. */
export function spaced(word) {
  if (!word) {
    return null;
  }
  return word.includes('${') ? 'depends on the case' : word.replaceAll('-', ' ');
}

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const TENTH = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const number = value => NUMBER.format(value);
export const tenth = value => TENTH.format(value);

/** Such as "25 min", "9 h", "4.5 days". */
export function lasting(duration) {
  const hours = hoursOf(duration);
  if (hours === null) {
    return null;
  }
  if (hours < 1) {
    return `${Math.round(hours * 60)} min`;
  }
  if (hours < 48) {
    return `${Math.round(hours)} h`;
  }
  const days = hours / 24;
  return `${days < 9.95 ? tenth(days) : number(days)} days`;
}

/** What one payer paid, such as "43,220 DKK", a text for each currency. */
export function paid(happened, payer, cases = 1) {
  return happened.costs
    .filter(cost => cost.payer === payer && cost.amount)
    .map(cost => `${number(cost.amount / cases)} ${cost.currency}`);
}

/** Such as "4 planned", or "9 = 4 planned + 5 extra, 6 not counted"; no sum where there is no plan. */
export function made(happened, planned) {
  const { contacts, counted } = happened;
  const aside = contacts - counted;
  const extra = counted - happened.planned;
  const parts = [[happened.planned, 'planned'], [extra, 'extra']].filter(([count]) => count).map(([count, what]) => `${number(count)} ${what}`);
  const sum = planned ? (parts.length > 1 ? `${number(counted)} = ` : '') + parts.join(' + ') : number(counted);
  if (!contacts) {
    return 'none';
  }
  if (!counted) {
    return `${number(aside)} not counted`;
  }
  return sum + (aside ? `, ${number(aside)} not counted` : '');
}

/** What went badly, each a text; empty if nothing did. */
export function wrong(happened) {
  const outcomes = happened.outcomes;
  return [
    [outcomes.failed, 'failed'],
    [outcomes.missed, 'missed'],
    [outcomes.rework, 'done again'],
    [outcomes['sent-away'], 'sent away'],
    [happened.caused, 'more contacts because of it']
  ].filter(([count]) => count).map(([count, what]) => `${number(count)} ${what}`);
}

// Figures of a journey's places: what each is worth, how it is written, and how dark it is painted.

/** One hue from light to dark; black text stays readable on all of them. */
export const STEPS = 5;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const LONG = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const ONE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const short = count => SHORT.format(count);
export const long = count => LONG.format(count);

/** A time as short as a badge, such as "2.5 d". */
export function span(seconds) {
  return timed(seconds, ['min', 'h', 'd']);
}

/** A time as people read it, such as "2.5 days". */
export function spelled(seconds) {
  return timed(seconds, ['minutes', 'hours', 'days']);
}

function timed(seconds, [minutes, hours, days]) {
  if (seconds < HOUR) {
    return `${Math.round(seconds / MINUTE)} ${minutes}`;
  }
  return seconds < 2 * DAY ? `${ONE.format(seconds / HOUR)} ${hours}` : `${ONE.format(seconds / DAY)} ${days}`;
}

export function percent(part, all) {
  return all ? `${Math.round((100 * part) / all)} %` : '–';
}

export function cost({ costs }, payer, currency) {
  return costs.filter(each => each.payer === payer && each.currency === currency).reduce((sum, each) => sum + each.amount, 0);
}

/** Such as "1 case" and "1,200 cases". */
export const many = (count, one, several) => `${long(count)} ${count === 1 ? one : several}`;

const FIRST = [
  {
    key: 'contacts',
    name: 'Contacts',
    about: 'Contacts of any outcome',
    value: ({ counts }) => counts.contacts,
    text: ({ counts }) => short(counts.contacts),
    say: ({ counts, cases }) =>
      `${many(counts.contacts, 'contact', 'contacts')} of ${many(cases, 'case', 'cases')}: ${long(counts.planned)} planned, ${long(counts.extra)} extra`,
    scale: short,
    squares: 'came from another party',
    handoff: each => short(each.handoffs)
  },
  {
    key: 'failure',
    name: 'Failure',
    about: 'Contacts that failed, were missed or had to be made again; darker: a larger part of all',
    value: ({ counts }) => (counts.contacts ? counts.failures / counts.contacts : 0),
    text: ({ counts }) => `${short(counts.failures)}/${short(counts.contacts)}`,
    say: ({ counts }) =>
      `${percent(counts.failures, counts.contacts)} of ${many(counts.contacts, 'contact', 'contacts')}: ${long(counts.failed)} failed, ${long(counts.missed)} missed, ${long(counts.rework)} made again`,
    scale: part => percent(part, 1),
    squares: 'handed over without brief, of all',
    handoff: each => `${short(each.withoutBrief)}/${short(each.handoffs)}`
  },
  {
    key: 'wait',
    name: 'Waiting time',
    about: 'From the contact before, on average',
    value: ({ counts }) => counts.meanWait ?? 0,
    text: ({ counts }) => (counts.waits ? span(counts.meanWait) : ''),
    say: ({ counts }) =>
      counts.waits ? `${spelled(counts.meanWait)} since the contact before, on average of ${long(counts.waits)}` : 'always came first',
    scale: span,
    squares: 'waited for another party',
    handoff: each => (each.meanWait === undefined ? '' : span(each.meanWait))
  }
];

const SCORE = {
  key: 'score',
  name: 'Satisfaction',
  about: 'Mean score from 0 to 100; darker: less satisfied',
  value: ({ counts }) => (counts.scores ? 100 - counts.score : 0),
  text: ({ counts }) => (counts.scores ? String(Math.round(counts.score)) : ''),
  say: ({ counts }) => (counts.scores ? `${counts.score} of 100, mean of ${long(counts.scores)} scores` : 'no score yet'),
  scale: value => String(Math.round(100 - value))
};

function deviation(key, name, about, say) {
  return {
    key,
    name,
    about,
    group: 'Planned against actual',
    value: ({ deviations }) => deviations?.[key] ?? 0,
    text: ({ deviations }) => (deviations ? short(deviations[key]) : ''),
    say: ({ deviations }) => (deviations ? say(deviations) : ''),
    scale: short
  };
}

const DEVIATIONS = [
  deviation(
    'missing',
    'Missing',
    'Cases that are closed, or in a later phase, and were never here',
    each => `missing in ${long(each.missing)} of the ${many(each.passed, 'case', 'cases')} that are past it`
  ),
  deviation(
    'repeated',
    'Repeated',
    'Contacts where the case had been before, planned rounds left out',
    each => `repeated ${many(each.repeated, 'time', 'times')}`
  ),
  deviation(
    'irregular',
    'Irregular sequence',
    'Contacts that came right after one in a later phase',
    each => `out of sequence ${many(each.irregular, 'time', 'times')}`
  )
];

function money(payer, currency) {
  const amount = ({ counts }) => cost(counts, payer, currency);
  return {
    key: `cost-${payer}-${currency}`,
    name: `Cost to the ${payer} (${currency})`,
    about: `${currency}, all cases together`,
    value: amount,
    text: place => (amount(place) ? short(amount(place)) : ''),
    say: place =>
      `${long(amount(place))} ${currency}` +
      (place.cases ? `, ${long(Math.round(amount(place) / place.cases))} ${currency} for each case that was here` : ''),
    scale: short
  };
}

/** All that can be shown of these places. */
export function figuresOf(places) {
  const paid = new Set(places.flatMap(each => each.counts.costs.map(one => `${one.payer} ${one.currency}`)));
  return [
    ...FIRST,
    ...[...paid].sort().map(each => money(...each.split(' '))),
    ...(places.some(each => each.counts.scores) ? [SCORE] : []),
    ...DEVIATIONS
  ];
}

/** How dark a value is painted, from 1 to the number of steps; 0 for nothing. */
export function step(value, most) {
  return value > 0 && most > 0 ? Math.max(1, Math.ceil((STEPS * value) / most)) : 0;
}

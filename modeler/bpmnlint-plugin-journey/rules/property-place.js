const rule = require('../lib/rule');
const { asksPermission, saysHandoff } = require('../lib/journey');

const OF_TOUCHPOINT = [
  'journey.channel',
  'journey.direction',
  'journey.moment',
  'journey.counts',
  'journey.purpose',
  'journey.cost.company',
  'journey.cost.customer',
  'journey.facts',
  'journey.visit.gate',
  'journey.customer.title',
  'journey.customer.why',
  'journey.fields'
];
const OF_PROCESS = [ 'journey.escalation', 'journey.reasons' ];
const OF_PERMISSION = [ 'journey.channel', 'journey.purpose', 'journey.party' ];
const OF_STEP = [ 'journey.party', 'journey.promise', 'journey.promise.within' ];

module.exports = rule('property-place', function*({ elements }) {
  for (const element of elements) {
    for (const property of element.properties.keys()) {
      const problem = element.value(property) && problemWith(property, element);
      if (problem) {
        yield [ element, problem, { property } ];
      }
    }
  }
});

function problemWith(property, element) {
  if (property === 'journey.review') {
    return element.kind === 'userTask' ? null : 'review';
  }
  if (OF_PROCESS.includes(property)) {
    return element.kind === 'process' ? null : 'process';
  }
  if (element.has('journey.touchpoint') || OF_PERMISSION.includes(property) && asksPermission(element)) {
    return null;
  }
  if (OF_TOUCHPOINT.includes(property)) {
    return 'touchpoint';
  }
  return OF_STEP.includes(property) && !saysHandoff(element) && !isGroupOfReview(property, element) ? 'step' : null;
}

/** A review's task goes to its party, as a touchpoint's does. */
function isGroupOfReview(property, element) {
  return property === 'journey.party' && element.kind === 'userTask' && element.value('journey.review');
}

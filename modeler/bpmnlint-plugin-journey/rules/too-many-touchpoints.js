const rule = require('../lib/rule');
const { inJourneys, isPhase, isTouchpoint, journeys, phaseOf } = require('../lib/journey');
const { limits } = require('../rules.json');

module.exports = rule('too-many-touchpoints', function*(drawing) {
  for (const phase of inJourneys(drawing).filter(isPhase)) {
    const count = touchpointsIn(phase).filter((element) => phaseOf(element) === phase).length;
    if (count > limits.touchpointsInPhase) {
      yield [ phase, 'phase', { count } ];
    }
  }
  for (const journey of journeys(drawing)) {
    const count = touchpointsIn(journey).length;
    if (count > limits.touchpointsInJourney) {
      yield [ journey, 'journey', { count } ];
    }
  }
});

function touchpointsIn(scope) {
  return [ ...scope.all() ].filter(isTouchpoint);
}

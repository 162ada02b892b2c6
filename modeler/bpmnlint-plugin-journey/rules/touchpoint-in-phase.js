const rule = require('../lib/rule');
const { inJourneys, isPhase, isTouchpoint } = require('../lib/journey');

module.exports = rule('touchpoint-in-phase', function*(drawing) {
  for (const element of inJourneys(drawing)) {
    const placed = [ ...element.around() ].some((outer) => isPhase(outer) || outer.isEventSubProcess);
    if (isTouchpoint(element) && !placed) {
      yield [ element, 'outside' ];
    }
  }
});

const rule = require('../lib/rule');
const { isPhase, phaseOf } = require('../lib/journey');

module.exports = rule('phase-nested', function*({ elements }) {
  for (const element of elements) {
    const outer = isPhase(element) && phaseOf(element);
    if (outer) {
      yield [ element, 'nested', { outer: outer.value('journey.phase') || outer.label } ];
    }
  }
});

const rule = require('../lib/rule');
const { canHandOff, saysHandoff } = require('../lib/journey');

module.exports = rule('handoff-parties', function*({ elements }) {
  for (const element of elements) {
    if (!saysHandoff(element) || !canHandOff(element)) {
      continue;
    }
    if (!element.value('journey.handoff.to')) {
      yield [ element, 'receiver' ];
    }
    if (!element.value('journey.handoff.from') && !element.value('journey.party')) {
      yield [ element, 'sender' ];
    }
  }
});

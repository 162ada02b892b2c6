const rule = require('../lib/rule');
const { canHandOff } = require('../lib/journey');

module.exports = rule('handoff-promise', function*({ elements }) {
  for (const element of elements) {
    const promises = element.value('journey.promise') || element.value('journey.promise.within');
    if (element.value('journey.handoff.to') && canHandOff(element) && !promises) {
      yield [ element, 'absent' ];
    }
  }
});

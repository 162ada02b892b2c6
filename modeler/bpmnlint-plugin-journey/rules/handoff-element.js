const rule = require('../lib/rule');
const { canHandOff, saysHandoff } = require('../lib/journey');

module.exports = rule('handoff-element', function*({ elements }) {
  for (const element of elements) {
    if (saysHandoff(element) && !canHandOff(element)) {
      yield [ element, 'wrong' ];
    }
  }
});

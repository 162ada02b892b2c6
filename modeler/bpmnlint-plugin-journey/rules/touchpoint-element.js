const rule = require('../lib/rule');
const { canBeTouchpoint } = require('../lib/journey');

module.exports = rule('touchpoint-element', function*({ elements }) {
  for (const element of elements) {
    if (element.has('journey.touchpoint') && !canBeTouchpoint(element)) {
      yield [ element, 'wrong' ];
    }
  }
});

const rule = require('../lib/rule');
const { isEmbedded } = require('../lib/journey');

module.exports = rule('phase-element', function*({ elements }) {
  for (const element of elements) {
    if (element.has('journey.phase') && !isEmbedded(element)) {
      yield [ element, 'wrong' ];
    }
  }
});

const rule = require('../lib/rule');

module.exports = rule('touchpoint-title', function*({ elements }) {
  for (const element of elements) {
    if (element.has('journey.touchpoint') && !element.value('journey.touchpoint')) {
      yield [ element, 'blank' ];
    }
  }
});

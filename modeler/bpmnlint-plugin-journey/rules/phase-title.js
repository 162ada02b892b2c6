const rule = require('../lib/rule');

module.exports = rule('phase-title', function*({ elements }) {
  for (const element of elements) {
    if (element.has('journey.phase') && !element.value('journey.phase')) {
      yield [ element, 'blank' ];
    }
  }
});

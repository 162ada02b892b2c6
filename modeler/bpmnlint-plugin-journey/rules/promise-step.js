const rule = require('../lib/rule');

module.exports = rule('promise-step', function*({ elements }) {
  for (const element of elements) {
    if (element.value('journey.promise.within') && !element.value('journey.promise')) {
      yield [ element, 'absent' ];
    }
  }
});

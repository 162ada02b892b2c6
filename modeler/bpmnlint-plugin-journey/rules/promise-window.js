const rule = require('../lib/rule');

module.exports = rule('promise-window', function*({ elements }) {
  for (const element of elements) {
    if (element.value('journey.promise') && !element.value('journey.promise.within')) {
      yield [ element, 'absent' ];
    }
  }
});

const rule = require('../lib/rule');
const { isExpression, isOfForm } = require('../lib/texts');

module.exports = rule('duration', function*({ elements }) {
  for (const element of elements) {
    const value = element.value('journey.promise.within');
    if (value && !isExpression(value) && !isOfForm(value, 'date', 'time')) {
      yield [ element, 'malformed', { value } ];
    }
  }
});

const rule = require('../lib/rule');
const isMoney = require('../lib/money');
const { isExpression } = require('../lib/texts');

module.exports = rule('cost', function*({ elements }) {
  for (const element of elements) {
    for (const property of [ 'journey.cost.company', 'journey.cost.customer' ]) {
      const value = element.value(property);
      if (value && !isExpression(value) && !isMoney(value)) {
        yield [ element, 'malformed', { property, value } ];
      }
    }
  }
});

const rule = require('../lib/rule');
const { asksPermission } = require('../lib/journey');

module.exports = rule('permission-step', function*({ elements }) {
  for (const element of elements.filter(asksPermission)) {
    for (const missing of [ 'purpose', 'channel' ]) {
      if (!element.value(`journey.${missing}`)) {
        yield [ element, missing ];
      }
    }
  }
});

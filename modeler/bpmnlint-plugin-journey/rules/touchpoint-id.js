const rule = require('../lib/rule');
const { touchpoints } = require('../lib/journey');
const { isOfForm } = require('../lib/texts');

module.exports = rule('touchpoint-id', function*(drawing) {
  for (const element of touchpoints(drawing)) {
    if (element.id && isOfForm(element.id, 'generatedId')) {
      yield [ element, 'generated', { id: element.id } ];
    }
  }
});

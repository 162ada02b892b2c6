const rule = require('../lib/rule');
const { touchpoints } = require('../lib/journey');

module.exports = rule('touchpoint-party', function*(drawing) {
  for (const element of touchpoints(drawing)) {
    if (!element.value('journey.party')) {
      yield [ element, 'absent' ];
    }
  }
});

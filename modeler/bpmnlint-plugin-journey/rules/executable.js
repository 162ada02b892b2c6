const rule = require('../lib/rule');
const { journeys } = require('../lib/journey');

module.exports = rule('executable', function*(drawing) {
  for (const journey of journeys(drawing)) {
    if (journey.raw.isExecutable !== true) {
      yield [ journey, 'not' ];
    }
  }
});

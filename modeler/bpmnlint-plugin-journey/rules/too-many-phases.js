const rule = require('../lib/rule');
const { isPhase, journeys } = require('../lib/journey');
const { limits } = require('../rules.json');

module.exports = rule('too-many-phases', function*(drawing) {
  for (const journey of journeys(drawing)) {
    const count = [ ...journey.all() ].filter(isPhase).length;
    if (count > limits.phases) {
      yield [ journey, 'journey', { count } ];
    }
  }
});

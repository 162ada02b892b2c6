const rule = require('../lib/rule');
const { handles } = require('../lib/escalations');
const { journeys } = require('../lib/journey');

module.exports = rule('escalation-handler', function*(drawing) {
  for (const journey of journeys(drawing)) {
    if (!journey.value('journey.escalation') && ![ ...journey.all() ].some(handles)) {
      yield [ journey, 'absent' ];
    }
  }
});

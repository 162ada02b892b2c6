const rule = require('../lib/rule');
const { inJourneys } = require('../lib/journey');

module.exports = rule('call-business-key', function*(drawing) {
  for (const element of inJourneys(drawing)) {
    const handedOn = element.extensions('in').some((mapping) => (mapping.businessKey || '').trim());
    if (element.kind === 'callActivity' && !handedOn) {
      yield [ element, 'absent' ];
    }
  }
});

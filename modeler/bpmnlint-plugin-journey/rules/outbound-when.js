const rule = require('../lib/rule');
const { canPromise, stepsBefore } = require('../lib/appointments');
const { inJourneys, isTouchpoint } = require('../lib/journey');
const { isExpression, isOneOf } = require('../lib/texts');
const { words } = require('../rules.json');

module.exports = rule('outbound-when', function*(drawing) {
  for (const element of inJourneys(drawing)) {
    const silent = needsAppointment(element) && stepsBefore(element).find((step) => !canPromise(step));
    if (silent) {
      yield [ element, 'unknown', { before: silent.label } ];
    }
  }
});

function needsAppointment(element) {
  const channel = element.value('journey.channel') || '';
  return isTouchpoint(element)
    && isOneOf(element.value('journey.direction') || '', [ 'outbound' ])
    && !isExpression(channel)
    && !isOneOf(channel, words.oneWay)
    && !element.camunda('dueDate')
    && !element.camunda('followUpDate');
}

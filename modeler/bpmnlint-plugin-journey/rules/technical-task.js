const rule = require('../lib/rule');
const { inJourneys } = require('../lib/journey');

const TASKS = [ 'serviceTask', 'sendTask', 'businessRuleTask' ];
const DELEGATE = /^[$#]\{\s*(\w+)\s*}$/;
const DECISION = 'contact-escalation';

module.exports = rule('technical-task', function*(drawing) {
  for (const element of inJourneys(drawing)) {
    const purpose = TASKS.includes(element.kind) && purposeOf(element);
    if (purpose) {
      yield [ element, purpose ];
    }
  }
});

function purposeOf(task) {
  const [ , delegate ] = DELEGATE.exec(task.camunda('delegateExpression') || '') || [];
  const decision = task.kind === 'businessRuleTask' && task.camunda('decisionRef') || '';
  if (delegate === 'decideEscalation' || decision.startsWith(DECISION)) {
    return 'decide';
  }
  if (delegate === 'handOff') {
    return task.value('journey.handoff.to') ? null : 'handoff';
  }
  if (task.value('journey.touchpoint')) {
    return null;
  }
  return { recordTouchpoint: 'record', promiseNextStep: 'promise' }[delegate] || null;
}

const rule = require('../lib/rule');
const { didYouMean, isExpression, isOneOf } = require('../lib/texts');
const { words } = require('../rules.json');

/** The words each property knows. */
const ALLOWED = {
  'journey.moment': words.moments,
  'journey.counts': words.answers,
  'journey.purpose': words.purposes,
  'journey.handoff.gate': words.gates,
  'journey.visit.gate': words.gates,
  'journey.review': words.answers,
  'journey.escalation': words.escalations
};

/** The engine needs these before any case runs, so that they can't be expressions. */
const FIXED = [ 'journey.review', 'journey.escalation' ];

module.exports = rule('property-value', function*({ elements }) {
  for (const element of elements) {
    for (const [ property, allowed ] of Object.entries(ALLOWED)) {
      const value = element.value(property);
      const judged = value && (FIXED.includes(property) || !isExpression(value));
      if (judged && !isOneOf(value, allowed)) {
        yield [ element, 'unknown', { property, value, allowed, didYouMean: didYouMean(value, allowed) } ];
      }
    }
  }
});

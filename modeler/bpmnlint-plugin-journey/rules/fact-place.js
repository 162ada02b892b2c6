const rule = require('../lib/rule');
const { touchpoints } = require('../lib/journey');
const { didYouMean, isExpression } = require('../lib/texts');

module.exports = rule('fact-place', function*(drawing) {
  const drawn = touchpoints(drawing).map(({ id }) => id);
  for (const element of drawing.elements) {
    for (const value of places(element.value('journey.facts') || '')) {
      if (!drawn.includes(value)) {
        yield [ element, 'unknown', { value, didYouMean: didYouMean(value, drawn) } ];
      }
    }
  }
});

/** Each place once, in the order written. */
function places(facts) {
  const behindColons = facts.split(',').map((fact) => fact.split(':').slice(1).join(':'));
  return new Set(behindColons.flatMap((list) => list.trim().split(/\s+/)).filter((id) => id && !isExpression(id)));
}

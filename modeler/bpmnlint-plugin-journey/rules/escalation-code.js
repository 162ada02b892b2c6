const rule = require('../lib/rule');
const { codeOf } = require('../lib/escalations');
const { inJourneys } = require('../lib/journey');
const { didYouMean } = require('../lib/texts');
const { words } = require('../rules.json');

/** A code of the owner's own is fine; one letter in three wrong is a slip. */
const SLIP = 3;

module.exports = rule('escalation-code', function*(drawing) {
  for (const element of inJourneys(drawing)) {
    const value = codeOf(element);
    const hint = value && !words.levels.includes(value) && didYouMean(value, words.levels, SLIP);
    if (hint) {
      yield [ element, 'near', { value, didYouMean: hint } ];
    }
  }
});

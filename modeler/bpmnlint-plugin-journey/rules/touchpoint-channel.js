const rule = require('../lib/rule');
const { touchpoints } = require('../lib/journey');
const { didYouMean, isExpression, isOneOf } = require('../lib/texts');
const { words } = require('../rules.json');

module.exports = rule('touchpoint-channel', function*(drawing) {
  for (const element of touchpoints(drawing)) {
    const value = element.value('journey.channel');
    if (!value) {
      yield [ element, 'absent' ];
    } else if (!isExpression(value) && !isOneOf(value, words.channels)) {
      yield [ element, 'unknown', { value, didYouMean: didYouMean(value, words.channels) } ];
    }
  }
});

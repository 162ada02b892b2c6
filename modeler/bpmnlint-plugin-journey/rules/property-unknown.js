const rule = require('../lib/rule');
const { isJourneyProperty } = require('../lib/journey');
const { didYouMean } = require('../lib/texts');
const { words } = require('../rules.json');

const MORE_THAN_HALF = 2;

module.exports = rule('property-unknown', function*({ elements }) {
  for (const element of elements) {
    for (const property of element.properties.keys()) {
      if (isJourneyProperty(property) && !words.properties.includes(property)) {
        const hint = didYouMean(property, words.properties, MORE_THAN_HALF, 'journey.'.length);
        yield [ element, 'unknown', { property, didYouMean: hint } ];
      }
    }
  }
});

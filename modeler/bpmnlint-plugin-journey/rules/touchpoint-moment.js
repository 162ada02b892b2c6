const rule = require('../lib/rule');
const { touchpoints } = require('../lib/journey');
const { isOneOf } = require('../lib/texts');
const { words } = require('../rules.json');

module.exports = rule('touchpoint-moment', function*(drawing) {
  for (const element of touchpoints(drawing)) {
    const channel = element.value('journey.channel');
    if (channel && isOneOf(channel, words.onlineOrFaceToFace) && !element.value('journey.moment')) {
      yield [ element, 'absent' ];
    }
  }
});

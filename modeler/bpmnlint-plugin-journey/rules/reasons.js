const rule = require('../lib/rule');
const { limits } = require('../rules.json');

module.exports = rule('reasons', function*({ elements }) {
  for (const element of elements) {
    for (const [ problem, values ] of problemsOf(element.value('journey.reasons'))) {
      yield [ element, problem, values ];
    }
  }
});

function* problemsOf(list) {
  const reasons = list ? list.split(',').map((reason) => reason.trim()) : [];
  const seen = new Map();
  reasons.filter(Boolean).forEach((reason) => {
    const word = reason.toLowerCase();
    seen.set(word, { reason, times: (seen.get(word)?.times || 0) + 1 });
  });
  if (seen.size > limits.reasons) {
    yield [ 'many', { count: seen.size } ];
  }
  if (reasons.includes('')) {
    yield [ 'empty' ];
  }
  for (const { reason, times } of seen.values()) {
    if (times > 1) {
      yield [ 'twice', { value: reason } ];
    }
    if (reason.length > limits.reasonLength) {
      yield [ 'long', { value: reason } ];
    }
  }
}

const rule = require('../lib/rule');
const { isOfForm } = require('../lib/texts');
const { words } = require('../rules.json');

module.exports = rule('fields', function*({ elements }) {
  for (const element of elements) {
    for (const value of names(element.value('journey.fields') || '')) {
      const problem = problemWith(value, element);
      if (problem) {
        yield [ element, problem, { value } ];
      }
    }
  }
});

/** Each name once, in the order written. */
function names(list) {
  return new Set(list.split(',').map((name) => name.trim()).filter(Boolean));
}

function problemWith(value, element) {
  if (!isOfForm(value, 'field')) {
    return 'malformed';
  }
  if (words.contactFields.includes(value)) {
    return 'taken';
  }
  return words.reviewFields.includes(value) && element.value('journey.review') ? 'takenByReview' : null;
}

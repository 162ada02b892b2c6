const { Drawing } = require('./drawing');
const { text } = require('./texts');

/**
 * A bpmnlint rule that looks at the whole model at once.
 *
 * @param name as in rules.json
 * @param find yields what it finds: the element, which of the rule's messages, and values for that message
 */
module.exports = function rule(name, find) {
  return () => ({
    check(node, reporter) {
      if (node.$type !== 'bpmn:Definitions') {
        return;
      }
      for (const [ element, message, values ] of find(new Drawing(node))) {
        reporter.report(element.place, text(name, message, values));
      }
      return false;
    }
  });
};

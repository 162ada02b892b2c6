const { rules } = require('./rules.json');

/** The configurations: every rule with the severity the list gives it there. */
function config(name) {
  return { rules: Object.fromEntries(rules.map((rule) => [ rule.name, rule[name] ])) };
}

module.exports = {
  configs: {
    recommended: config('recommended'),
    strict: config('strict')
  }
};

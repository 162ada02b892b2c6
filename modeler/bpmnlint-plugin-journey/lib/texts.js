const { distance } = require('fastest-levenshtein');
const { limits, patterns, rules, words } = require('../rules.json');

const BY_NAME = new Map(rules.map((rule) => [ rule.name, rule ]));

/** A rule's message and how to mend it, with the values in their places. */
function text(name, message, values = {}) {
  const rule = BY_NAME.get(name);
  return `${fill(rule.messages[message], values)} ${fill(rule.mend, values)}`;
}

function fill(template, values) {
  return template.replace(/\{(\w+)}/g, (_, key) => {
    const value = values[key] ?? words[key] ?? limits[key];
    return key === 'didYouMean' ? value : short(Array.isArray(value) ? value : String(value));
  });
}

function short(value) {
  if (Array.isArray(value)) {
    return value.join(', ');
  }
  const letters = Array.from(value);
  return letters.length > limits.valueShown ? letters.slice(0, limits.valueShown).join('') + '…' : value;
}

/**
 * A hint at the word most like a text; empty where none is like it.
 *
 * @param share how many of its letters may be wrong: one in this many
 * @param from where in text and words to begin comparing
 */
function didYouMean(value, candidates, share = 2, from = 0) {
  if (value.length > limits.didYouMeanLongest) {
    return '';
  }
  const wanted = value.toLowerCase().slice(from);
  let nearest = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase().slice(from);
    const wrong = distance(wanted, known);
    if (wrong < least && wrong <= Math.floor(Math.max(wanted.length, known.length) / share)) {
      nearest = candidate;
      least = wrong;
    }
  }
  return nearest ? ` Did you mean '${nearest}'?` : '';
}

/** Whether a text is one of the words; case doesn't matter to the engine either. */
function isOneOf(value, candidates) {
  return candidates.some((candidate) => candidate.toLowerCase() === value.toLowerCase());
}

/** Whether only a running case knows the value. */
function isExpression(value) {
  return value.includes('${') || value.includes('#{');
}

/** Whether a text as a whole is of one of the forms named in rules.json. */
function isOfForm(value, ...names) {
  return names.some((name) => new RegExp(`^(?:${patterns[name]})$`).test(value));
}

module.exports = { didYouMean, isExpression, isOfForm, isOneOf, text };

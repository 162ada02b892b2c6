const { isEmbedded } = require('./journey');

const FLOW_NODE = /(?:[tT]ask|Event|Gateway|[sS]ubProcess|transaction|callActivity)$/;

/** Whether somebody says here when the next step comes: a promise with a window, or a form that asks for it. */
function canPromise(step) {
  return Boolean(step.value('journey.promise.within') || step.camunda('formKey') || step.camunda('formRef')
    || step.extensions('formData').length > 0);
}

/**
 * The touchpoints and handoffs that come directly before an element. A path on which a timer, a message or a called
 * process comes first ends there: these know when.
 */
function stepsBefore(element) {
  const found = new Set();
  const seen = new Set();
  const next = [ ...before(element) ];
  while (next.length > 0) {
    const node = next.pop();
    if (seen.has(node)) {
      continue;
    }
    seen.add(node);
    if (node.value('journey.touchpoint') || node.value('journey.handoff.to')) {
      found.add(node);
    } else if (!knowsWhen(node)) {
      next.push(...behind(node));
    }
  }
  return element.drawing.elements.filter((each) => found.has(each));
}

function knowsWhen(node) {
  return node.kind === 'callActivity' || node.kind === 'receiveTask'
    || node.events.includes('timer') || node.events.includes('message');
}

function behind(node) {
  const ends = isEmbedded(node) ? node.children.filter(isEnd) : [];
  return ends.length > 0 ? ends : before(node);
}

function isEnd(child) {
  return child.following.length === 0 && !child.isEventSubProcess && FLOW_NODE.test(child.kind);
}

function before(element) {
  if (element.attachedTo) {
    return [ element.attachedTo ];
  }
  let from = element;
  while (from.preceding.length === 0 && from.parent && isEmbedded(from.parent)) {
    from = from.parent;
  }
  return from.preceding;
}

module.exports = { canPromise, stepsBefore };

/** The code an event's escalation has; null where it stands for every code. */
function codeOf(event) {
  const definition = event.definitions.find((each) => each.kind === 'escalationEventDefinition');
  const escalation = definition && definition.raw.escalationRef;
  return escalation && escalation.escalationCode && escalation.escalationCode.trim() || null;
}

/** The event that makes an element a handler of escalations: a boundary event itself, or an event sub-process's start. */
function handles(element) {
  const event = element.isEventSubProcess
    ? element.children.find((child) => child.kind === 'startEvent' && isEscalation(child))
    : element;
  return event && (element.isEventSubProcess || element.kind === 'boundaryEvent') && isEscalation(event) ? event : null;
}

function isEscalation(event) {
  return event.events.includes('escalation');
}

/** Handlers that share a scope: those beside each other in one process or sub-process, or on one activity. */
function handlersTogether(element) {
  return [ element.children.filter((child) => child.isEventSubProcess), element.boundaries ]
    .map((group) => group.filter(handles));
}

module.exports = { codeOf, handlersTogether, handles, isEscalation };

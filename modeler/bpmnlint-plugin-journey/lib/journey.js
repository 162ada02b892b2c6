const PROPERTY_START = 'journey.';

const TOUCHPOINT_TASKS = [ 'userTask', 'serviceTask', 'sendTask', 'receiveTask' ];

/** Tasks that hand over when they are left; a user task does so only as a touchpoint. */
const HANDOFF_TASKS =
  [ 'serviceTask', 'sendTask', 'receiveTask', 'businessRuleTask', 'scriptTask', 'manualTask', 'task' ];

const EVENTS = [ 'startEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent', 'endEvent' ];

function isMessageEvent(element) {
  return EVENTS.includes(element.kind) && element.events.includes('message');
}

/** Whether the customer can be met at this kind of element. */
function canBeTouchpoint(element) {
  return TOUCHPOINT_TASKS.includes(element.kind) || isMessageEvent(element);
}

function isTouchpoint(element) {
  return element.has('journey.touchpoint') && canBeTouchpoint(element);
}

/** An end event without a symbol ends its path before anything can be handed over. */
function canHandOff(element) {
  if (isTouchpoint(element) || isMessageEvent(element) || HANDOFF_TASKS.includes(element.kind)) {
    return true;
  }
  const silent = element.events.every((event) => event === 'signal');
  return silent && (element.kind === 'intermediateThrowEvent'
    || element.kind === 'endEvent' && element.events.length > 0);
}

/** Whether anything about a handoff is said here. */
function saysHandoff(element) {
  return [ ...element.properties.keys() ].some((name) => name.startsWith('journey.handoff.') && element.value(name));
}

function isEmbedded(element) {
  return (element.kind === 'subProcess' || element.kind === 'transaction') && !element.isEventSubProcess;
}

function isPhase(element) {
  return element.has('journey.phase') && isEmbedded(element);
}

const ASKS_PERMISSION = /^[$#]\{\s*askContactPermission\s*}$/;

/** Whether it asks if the customer may be contacted, instead of contacting the customer. */
function asksPermission(element) {
  return element.kind === 'serviceTask' && ASKS_PERMISSION.test(element.camunda('delegateExpression') || '');
}

/** The phase an element lies in. */
function phaseOf(element) {
  return [ ...element.around() ].find(isPhase) || null;
}

/** Processes that use our properties; what others draw is none of our business. */
function ours(drawing) {
  return drawing.processes.filter((process) => [ ...process.all() ].some(saysSomething));
}

function saysSomething(element) {
  return [ ...element.properties.keys() ].some(isJourneyProperty);
}

function isJourneyProperty(name) {
  return name.trim().toLowerCase().startsWith(PROPERTY_START);
}

/** Processes with a phase. */
function journeys(drawing) {
  return drawing.processes.filter((process) => [ ...process.all() ].some((element) => element.has('journey.phase')));
}

/** All elements of all journeys. */
function inJourneys(drawing) {
  return journeys(drawing).flatMap((journey) => [ ...journey.all() ]);
}

function touchpoints(drawing) {
  return drawing.elements.filter(isTouchpoint);
}

module.exports = {
  asksPermission,
  canBeTouchpoint,
  canHandOff,
  inJourneys,
  isEmbedded,
  isJourneyProperty,
  isPhase,
  isTouchpoint,
  journeys,
  ours,
  phaseOf,
  saysHandoff,
  touchpoints
};

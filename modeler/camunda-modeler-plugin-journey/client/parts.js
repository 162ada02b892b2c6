import { Drawing } from '../../bpmnlint-plugin-journey/lib/drawing';
import { handles } from '../../bpmnlint-plugin-journey/lib/escalations';
import { canHandOff, isPhase, isTouchpoint } from '../../bpmnlint-plugin-journey/lib/journey';

/** The parts the legend tells apart, in its order; the first that fits gives an element its colour. */
export const PARTS = [
  { name: 'phase', label: 'Phase', fits: isPhase },
  { name: 'truth', label: 'Moment of truth', fits: (element) => isTouchpoint(element) && isTruth(element) },
  { name: 'touchpoint', label: 'Touchpoint', fits: isTouchpoint },
  { name: 'handoff', label: 'Handoff', fits: (element) => Boolean(receiver(element)) },
  { name: 'escalation', label: 'Handles an escalation', fits: (element) => Boolean(handles(element)) }
];

function isTruth(element) {
  return (element.value('journey.moment') || '').toLowerCase() === 'truth';
}

/** Who takes over here, if anybody does. */
export function receiver(element) {
  return canHandOff(element) ? element.value('journey.handoff.to') : null;
}

/** The elements of a diagram that are parts of a journey, each with the names of the parts it is. */
export function partsOf(definitions) {
  return new Drawing(definitions).elements
    .map((element) => ({ element, names: PARTS.filter(({ fits }) => fits(element)).map(({ name }) => name) }))
    .filter(({ element, names }) => element.id && names.length > 0);
}

import JourneyLegend from './JourneyLegend';
import JourneyMarks from './JourneyMarks';

/** A bpmn-js module: colours and a legend for the parts of a journey. Nothing of it is saved in the diagram. */
export default {
  __init__: [ 'journeyMarks', 'journeyLegend' ],
  journeyMarks: [ 'type', JourneyMarks ],
  journeyLegend: [ 'type', JourneyLegend ]
};

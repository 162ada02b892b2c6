const rule = require('../lib/rule');
const { hasWayOut, loops } = require('../lib/loops');

/** Steps of a loop named in the message; more would hide what is wrong. */
const NAMED = 3;

module.exports = rule('loop-way-out', function*(drawing) {
  for (const loop of loops(drawing)) {
    if (!hasWayOut(loop)) {
      yield [ loop[0], 'endless', { steps: named(loop) } ];
    }
  }
});

function named(loop) {
  const labels = loop.filter((element) => element.name).map((element) => element.label);
  return (labels.length > 0 ? labels : loop.map((element) => element.label)).slice(0, NAMED);
}

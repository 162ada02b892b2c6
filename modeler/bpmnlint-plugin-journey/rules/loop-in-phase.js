const rule = require('../lib/rule');
const { loops, phaseIn } = require('../lib/loops');

module.exports = rule('loop-in-phase', function*(drawing) {
  for (const loop of loops(drawing)) {
    const phase = phaseIn(loop);
    if (phase) {
      yield [ phase, 'around' ];
    }
  }
});

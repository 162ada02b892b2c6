const rule = require('../lib/rule');
const { ours } = require('../lib/journey');

module.exports = rule('history-time-to-live', function*(drawing) {
  for (const process of ours(drawing)) {
    if (process.raw.isExecutable === true && !process.camunda('historyTimeToLive')) {
      yield [ process, 'absent' ];
    }
  }
});

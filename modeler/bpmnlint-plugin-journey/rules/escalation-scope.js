const rule = require('../lib/rule');
const { codeOf, handlersTogether, handles } = require('../lib/escalations');
const { ours } = require('../lib/journey');

module.exports = rule('escalation-scope', function*(drawing) {
  for (const scope of ours(drawing).flatMap((process) => [ ...process.all() ])) {
    for (const handlers of handlersTogether(scope)) {
      const withCode = handlers.filter((handler) => codeOf(handles(handler)));
      if (withCode.length > 0) {
        yield* handlers.filter((handler) => !withCode.includes(handler)).map((handler) => [ handler, 'both' ]);
      }
    }
  }
});

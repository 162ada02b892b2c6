const path = require('node:path');
const { build } = require('esbuild');

const PLUGIN = path.resolve(__dirname, '..', 'camunda-modeler-plugin-journey');

/** Bundles the Modeler plugin into dist/, next to the index.js the Modeler reads. */
module.exports = function buildPlugin() {
  return build({
    entryPoints: [
      { in: path.join(PLUGIN, 'client', 'index.js'), out: 'client' },
      { in: path.join(PLUGIN, 'client', 'client.css'), out: 'client' }
    ],
    outdir: path.join(PLUGIN, 'dist'),
    bundle: true,
    format: 'iife',
    target: 'chrome110',
    logLevel: 'warning'
  });
};

if (require.main === module) {
  module.exports().catch(() => process.exit(1));
}

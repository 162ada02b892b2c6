const { lstatSync, symlinkSync } = require('node:fs');
const path = require('node:path');

/*
 * `npx bpmnlint` looks for itself and for its plugins in the folder it is called in. A link from the project's root to
 * what is installed here lets it be called there without a second copy.
 */
const root = path.resolve(__dirname, '..', '..', 'node_modules');

/* Windows wants a whole path; elsewhere the project can be moved with its link. */
const target = process.platform === 'win32' ? path.resolve(__dirname, '..', 'node_modules') : 'modeler/node_modules';

if (!lstatSync(root, { throwIfNoEntry: false })) {
  try {
    symlinkSync(target, root, 'junction');
  } catch (error) {
    console.warn(`No link at ${root}: ${error.message}. Call npx bpmnlint from modeler/ instead: npm run lint`);
  }
}

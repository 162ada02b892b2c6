import plugin from '../../bpmnlint-plugin-journey';

const PREFIX = 'journey';
const PACKAGE = 'bpmnlint-plugin-journey';

/** The rules as recommended, each by its full name, since the Modeler merges them with rules of its own. */
export const config = {
  rules: Object.fromEntries(
    Object.entries(plugin.configs.recommended.rules).map(([ name, severity ]) => [ `${PREFIX}/${name}`, severity ]))
};

/** Finds the rules in the bundle; the Modeler has no node_modules to look into. */
export const resolver = {
  resolveRule(pkg, name) {
    if (pkg !== PACKAGE) {
      throw new Error(`no rule <${name}> of <${pkg}> here`);
    }
    return require(`../../bpmnlint-plugin-journey/rules/${name}.js`);
  },

  resolveConfig(pkg, name) {
    if (pkg !== PACKAGE || !(name in plugin.configs)) {
      throw new Error(`no configuration <${name}> of <${pkg}> here`);
    }
    return plugin.configs[name];
  }
};

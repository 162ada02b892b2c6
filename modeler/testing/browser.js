const { existsSync } = require('node:fs');
const { chromium } = require('playwright-core');

const USUAL = [ '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome' ];
const EXECUTABLE = process.env.JOURNEY_CHROMIUM || USUAL.find((each) => existsSync(each)) || USUAL[0];

/** Why browser tests are skipped, if somebody asked for it; else false. */
const SKIPPED = process.env.JOURNEY_SKIP_BROWSER === 'true'
  && 'JOURNEY_SKIP_BROWSER is true: nothing was tried in a browser';

function launch() {
  if (!existsSync(EXECUTABLE)) {
    throw new Error(`There is no Chromium at ${EXECUTABLE}. Install it, say where it is with JOURNEY_CHROMIUM, `
      + 'or leave out what needs a browser with JOURNEY_SKIP_BROWSER=true.');
  }
  return chromium.launch({ executablePath: EXECUTABLE, args: [ '--no-sandbox' ] });
}

module.exports = { SKIPPED, launch };

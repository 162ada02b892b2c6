// Takes the pictures of the running product that the documentation shows into docs/pictures, from a server that runs with
// its embedded database and its users: node scripts/server-pictures.mjs
import { join } from 'node:path';
import { launch } from '../testing/browser.js';
import { root } from '../testing/studio.mjs';

const server = process.env.JOURNEY_SERVER || 'http://localhost:8080';
const folder = join(root, 'docs', 'pictures');

async function call(method, path, user, body) {
  const answer = await fetch(server + path, {
    method,
    headers: {
      Authorization: 'Basic ' + Buffer.from(`${user}:${user}`).toString('base64'),
      'Content-Type': 'application/json'
    },
    body: JSON.stringify(body)
  });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${path}: ${await answer.text()}`);
  }
  return answer.status === 204 ? undefined : answer.json();
}

const browser = await launch();

/** A page of one of Camunda's applications, logged in. */
async function open(application, user, path) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 760 } })).newPage();
  await page.goto(`${server}/camunda/app/${application}/default/#/login`);
  await page.locator('input[type=text]').first().fill(user);
  await page.locator('input[type=password]').first().fill(user);
  await page.keyboard.press('Enter');
  await page.waitForURL(url => !url.hash.includes('login'));
  await page.goto(`${server}/camunda/app/${application}/default/${path}`);
  await page.waitForLoadState('networkidle');
  return page;
}

async function take(page, name) {
  await page.waitForTimeout(2000); // diagrams and forms draw themselves when everything is there
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(name);
}

try {
  const caseId = `RENTAL-${Date.now() % 10000}`;
  await call('POST', '/api/journeys/car-rental/cases', 'integrator', {
    caseId,
    customer: { reference: 'C-12', name: 'Ida Holm', phone: '+45 20 30 40 50' }
  });
  await call('POST', `/api/cases/${caseId}/contacts`, 'integrator', {
    touchpoint: 'book-car',
    user: 'mette',
    outcome: 'done',
    note: 'with a child seat'
  });
  const [task] = await fetchTasks(caseId);
  const tasklist = await open('tasklist', 'demo', '');
  await tasklist.getByText(task.name).first().click();
  await tasklist.getByText('Claim', { exact: true }).click();
  await tasklist.waitForSelector('.fjs-form');
  await take(tasklist, 'tasklist-touchpoint');
  await takeACall(caseId);
  await take(await open('cockpit', 'demo', `#/process-instance/${task.processInstanceId}`), 'cockpit-case');
} finally {
  await browser.close();
}

/** The page for calls: who is found, and what to say in the end. */
async function takeACall(caseId) {
  await call('POST', `/api/cases/${caseId}/promises`, 'integrator', {
    what: 'hand-over of the car',
    party: 'rental desk',
    from: new Date(Date.now() + 5 * 86400000).toISOString().slice(0, 11) + '08:00:00Z',
    to: new Date(Date.now() + 5 * 86400000).toISOString().slice(0, 11) + '10:00:00Z'
  });
  await call('POST', '/api/journeys/car-rental/cases', 'integrator', {
    caseId: `${caseId}-2`,
    customer: { reference: 'C-13', name: 'Ida Holmgaard', phone: '+45 51 52 53 54', address: 'Birkevej 3, 6000 Kolding' }
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 760 },
    locale: 'en-GB',
    timezoneId: 'Europe/Copenhagen',
    httpCredentials: { username: 'ops', password: 'ops' }
  });
  const page = await context.newPage();
  await page.goto(`${server}/log-a-call`);
  await page.locator('#asked').fill('idda');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#found:not([hidden]) li');
  await take(page, 'log-a-call-found');
  await page.locator('#found button', { hasText: `${caseId} ·` }).first().click();
  await page.getByText('Asks what happens next').click();
  await page.getByText('Save the call').click();
  await page.waitForSelector('#say:not(:empty)');
  await take(page, 'log-a-call-said');
}

async function fetchTasks(caseId) {
  return call('GET', `/engine-rest/task?processInstanceBusinessKey=${caseId}`, 'demo');
}

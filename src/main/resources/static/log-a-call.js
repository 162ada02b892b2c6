'use strict';

// Find who is calling, choose the case, say why, save: and read the next step to the caller. What customers and others
// wrote is only ever shown as text.
const part = id => document.getElementById(id);
const shown = { found: part('found'), call: part('call'), answer: part('answer') };
const times = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });

let chosen = null;
let key = null; // one for each thing to be said: a double click says it once
let searches = 0;

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function show(name) {
  for (const [each, where] of Object.entries(shown)) where.hidden = each !== name;
}

function tell(status) {
  part('status').textContent = status;
  part('problem').hidden = true;
}

function complain(problem) {
  part('status').textContent = '';
  part('problem').textContent = problem;
  part('problem').hidden = false;
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return 'page-' + Array.from(bytes, each => each.toString(16).padStart(2, '0')).join('');
}

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch (unreachable) {
    throw new Error('The server did not answer. Try again: nothing is recorded twice.');
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  if (answer.status === 401) throw new Error('Log in first: load this page again.');
  if (answer.status === 403) throw new Error('You may not do this. Ask for the group journey-operations.');
  throw new Error(body.detail || `The server said ${answer.status}.`);
}

function stepOf(line) {
  if (!line.nextStep) return 'Next step: nothing promised';
  const step = line.nextStep;
  const when = step.to === 'unscheduled' ? 'not booked' : times.format(new Date(step.from && !step.overdue ? step.from : step.to));
  return `Next step: ${step.what}, ${step.overdue ? 'was due ' : ''}${when}`;
}

function lineOf(found, line) {
  const item = element('li');
  if (line.status !== 'open') {
    item.append(element('p', `${line.caseId} · ${line.journey} · closed`, 'over'));
    return item;
  }
  const button = element('button');
  button.type = 'button';
  button.append(
    element('strong', `${line.caseId} · ${line.journey}`),
    element('span', [line.phaseTitle, `level ${line.level}`, line.ambassador && `ambassador ${line.ambassador}`]
      .filter(Boolean).join(' · ')),
    element('span', stepOf(line)));
  button.addEventListener('click', () => choose(found.customer, line));
  item.append(button);
  return item;
}

function itemOf(found) {
  const customer = found.customer;
  const item = element('li');
  const who = element('div', '', 'who');
  who.append(
    element('strong', customer.name || customer.reference),
    element('span', `by ${found.match.field}, ${Math.round(found.match.likeness * 100)} %`, 'quiet'));
  const known = [customer.phone, customer.email, customer.address, customer.reference].filter(Boolean).join(' · ');
  const cases = element('ul', '', 'cases');
  cases.append(...found.cases.map(line => lineOf(found, line)));
  item.append(who, element('p', known, 'known'));
  if (found.cases.some(line => line.status === 'open')) {
    item.append(cases);
  } else {
    item.append(element('p', 'No open case. A new one is opened by whoever takes up the matter; a closed one can be '
      + 'reopened.', 'quiet'), cases);
  }
  return item;
}

function choose(customer, line) {
  chosen = line;
  key = newKey();
  shown.call.reset();
  part('chosen').textContent = customer.name || customer.reference;
  part('about').textContent = `${line.caseId} · ${line.journey} · ${stepOf(line)}`;
  tell('');
  show('call');
  shown.call.elements.reason[0].focus();
}

part('search').addEventListener('submit', async event => {
  event.preventDefault();
  const search = ++searches;
  tell('Looking …');
  show('');
  try {
    const found = await call('api/customers?limit=10&q=' + encodeURIComponent(part('asked').value));
    if (search !== searches) return; // somebody else is asked for by now
    shown.found.replaceChildren(...found.items.map(itemOf));
    show('found');
    const open = found.items.flatMap(each => each.cases.filter(line => line.status === 'open').map(line => [each, line]));
    if (found.items.length === 0) {
      tell('Nobody found. Try the name, another number, the e-mail or the address.');
    } else if (found.items.length === 1 && open.length === 1 && !found.more) {
      choose(open[0][0].customer, open[0][1]);
    } else {
      tell(found.more ? 'These fit best, and there are others. Add a word to find fewer.' : 'Choose the case.');
    }
  } catch (problem) {
    if (search === searches) complain(problem.message);
  }
});

shown.call.addEventListener('input', () => { key = newKey(); });

shown.call.addEventListener('submit', async event => {
  event.preventDefault();
  const form = shown.call.elements;
  part('save').disabled = true;
  tell('Saving …');
  try {
    const answer = await call('api/calls', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({
        caseId: chosen.caseId,
        reason: form.reason.value,
        note: form.note.value || null,
        repeatedQuestions: form.again.checked ? 1 : 0
      })
    });
    tell('');
    part('say').textContent = answer.say;
    part('recorded').textContent = `Recorded on ${answer.case.caseId}, level ${answer.escalation.level}.`;
    show('answer');
    part('tell').focus();
  } catch (problem) {
    complain(problem.message);
  } finally {
    part('save').disabled = false;
  }
});

function again() {
  tell('');
  show('');
  part('asked').focus();
  part('asked').select();
}

part('back').addEventListener('click', again);
part('next').addEventListener('click', () => {
  part('search').reset();
  again();
});

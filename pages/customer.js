// A customer's own page: what comes next, when and why, who to call, and a way to write back. Everything people have
// written is text. What is sent keeps its id until it has arrived, so that sending it again doubles nothing.
import { h, render } from './preact.js';
import { useEffect, useRef, useState } from './hooks.js';
import { language, root, say, words } from './words.js';

const zone = root.dataset.zone;
const most = Number(root.dataset.most);
const address = location.pathname.replace(/\/+$/, '');

const EVERY = 60000;
const PATIENCE = 20000;

// times in the zone of whoever comes, wherever the reader is
// the English of this page is read in Europe, where the day comes before the month
const locale = language === 'en' ? 'en-GB' : language;
const shown = (options) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
const dayOf = shown({ weekday: 'long', day: 'numeric', month: 'long' });
const dayOfPast = shown({ day: 'numeric', month: 'long', year: 'numeric' });
const hourOf = shown({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const key = shown({ year: 'numeric', month: 'numeric', day: 'numeric' });

const isMidnight = (time) => hourOf.format(time).replace(/\D/g, '') === '0000';

function moment(time) {
  return isMidnight(time) ? dayOf.format(new Date(time - 1)) : `${dayOf.format(time)}, ${hourOf.format(time)}`;
}

// a window that is open already says by when; one within a day its hours; a longer one its days
function windowOf(next, now) {
  const to = new Date(next.to);
  const from = next.from && new Date(next.from);
  if (!from || from <= now || from >= to) {
    return say('next.until', { time: moment(to) });
  }
  const last = new Date(to - 1);
  if (key.format(from) !== key.format(last)) {
    return say('next.between', { from: dayOf.format(from), to: dayOf.format(last) });
  }
  return isMidnight(from) && isMidnight(to) ? dayOf.format(from) : `${dayOf.format(from)}, ${hourOf.format(from)}–${hourOf.format(to)}`;
}

const person = (text) => h('bdi', null, text);

// a 403 is another site's, which no page of ours is
function failure(status) {
  if (status === 429) return 'failed.busy';
  if (status === 404) return 'failed.gone';
  return status === 409 ? 'failed.changed' : 'failed.other';
}

async function ask(path, options = {}) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  let answer;
  try {
    answer = await fetch(address + path, { ...options, signal: giveUp.signal, cache: 'no-store' });
  } catch {
    throw 'failed.network';
  } finally {
    clearTimeout(timer);
  }
  if (!answer.ok) {
    throw failure(answer.status);
  }
  return answer.json().catch(() => { throw 'failed.network'; });
}

// randomUUID is missing where a page came without https
const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function useSending(onPage) {
  const [state, setState] = useState({});
  const id = useRef(newId());
  const busy = useRef(false);
  const send = async (message) => {
    if (busy.current) return null;
    busy.current = true;
    setState({ sending: true });
    try {
      const answer = await ask('/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: id.current, ...message })
      });
      id.current = newId();
      setState({});
      onPage(answer.page);
      return answer;
    } catch (problem) {
      setState({ failed: typeof problem === 'string' ? problem : 'failed.other' });
      if (problem === 'failed.changed') onPage(null);
      return null;
    } finally {
      busy.current = false;
    }
  };
  return [send, state];
}

function Told({ text, kind = 'good' }) {
  return h('div', { role: 'status', 'aria-live': 'polite' }, text && h('p', { class: `note ${kind}` }, text));
}

function Words({ id, label, value, onInput, rows = 4 }) {
  return h('div', null,
    h('label', { for: id }, label),
    h('textarea', { id, rows, maxLength: most, value, dir: 'auto', 'aria-describedby': `${id}-left`, onInput: (e) => onInput(e.target.value) }),
    h('p', { id: `${id}-left`, class: 'quiet small' }, say('write.left', { count: most - value.length })));
}

function Unfit({ next, onPage, onDone }) {
  const [text, setText] = useState('');
  const [send, state] = useSending(onPage);
  const submit = async (event) => {
    event.preventDefault();
    if (await send({ kind: 'unfit', promise: next.promise, text })) onDone(true);
  };
  return h('form', { onSubmit: submit },
    h(Words, { id: `unfit-${next.promise}`, label: words['unfit.label'], value: text, onInput: setText, rows: 3 }),
    h('div', { class: 'row' },
      h('button', { disabled: state.sending }, words[state.sending ? 'sending' : 'unfit.send']),
      h('button', { type: 'button', class: 'plain', onClick: () => onDone(false) }, words.cancel)),
    h(Told, { text: state.failed && words[state.failed], kind: 'bad' }));
}

function When({ next, now }) {
  if (next.when === 'UNSCHEDULED') return h('p', { class: 'time unknown' }, words['next.unscheduled']);
  if (next.when === 'OVERDUE') {
    return h('p', { class: 'time late' }, say('next.overdue', { time: moment(new Date(next.to)) }));
  }
  return h('p', { class: 'time first-up' }, windowOf(next, now));
}

function Next({ next, now, onPage }) {
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  const heading = next.title || next.what;
  const kind = { OVERDUE: 'late', UNSCHEDULED: 'waits' }[next.when] || '';
  return h('article', { class: `card next ${kind}` },
    h('h3', { class: 'first-up' }, person(heading)),
    h(When, { next, now }),
    next.moved && next.when === 'BOOKED' && h('p', { class: 'quiet small' }, words['next.moved']),
    (next.party || next.why || next.what !== heading) && h('dl', null,
      next.what && next.what !== heading && [h('dt', null, words['next.what']), h('dd', { class: 'first-up' }, person(next.what))],
      next.party && [h('dt', null, words['next.who']), h('dd', { class: 'first-up' }, person(next.party))],
      next.why && [h('dt', null, words['next.why']), h('dd', null, person(next.why))]),
    next.when === 'BOOKED' && !open && h('div', { class: 'row' },
      h('a', { class: 'button', href: `${address}/calendar.ics`, download: 'calendar.ics' }, words.calendar),
      !sent && h('button', { class: 'plain', onClick: () => setOpen(true) }, words['unfit.open'])),
    open && h(Unfit, { next, onPage, onDone: (done) => { setOpen(false); setSent(done); } }),
    h(Told, { text: sent && words['unfit.sent'] }));
}

// what the button answers comes from the promise itself, the moment it is asked
function answerTo(page, handedOn) {
  const first = page.next.find((each) => each.when === 'BOOKED');
  if (first) {
    return { text: say('when.booked', { what: first.what || first.title, time: windowOf(first, new Date(page.now)) }), kind: 'good first-up' };
  }
  if (page.next.some((each) => each.when === 'OVERDUE')) return { text: words['when.overdue'], kind: 'warn' };
  const name = handedOn && page.contact && page.contact.name;
  return { text: name ? say('when.told.name', { name }) : words['when.told'], kind: 'warn' };
}

function AskWhen({ onPage }) {
  const [send, state] = useSending(onPage);
  const [answer, setAnswer] = useState(null);
  const click = async () => {
    setAnswer(null);
    const got = await send({ kind: 'when' });
    if (got) setAnswer(answerTo(got.page, got.handedOn));
  };
  return h('section', { class: 'card', 'aria-labelledby': 'when' },
    h('h2', { id: 'when' }, words['when.heading']),
    h('div', { class: 'stack' },
      h('div', null, h('button', { disabled: state.sending, onClick: click }, words[state.sending ? 'sending' : 'when.button'])),
      h(Told, state.failed ? { text: words[state.failed], kind: 'bad' } : { ...answer })));
}

function Contact({ contact }) {
  return h('section', { class: 'card', 'aria-labelledby': 'contact' },
    h('h2', { id: 'contact' }, words['contact.heading']),
    contact && contact.name && h('p', null, person(contact.name)),
    contact && contact.phone && h('a', { class: 'button plain', href: `tel:${contact.phone.replace(/[^+\d]/g, '')}` },
      say('contact.call', { phone: contact.phone })),
    !contact && h('p', { class: 'quiet' }, words['contact.none']));
}

function Past({ items, title }) {
  return h('ol', { class: 'past' }, items.map((each) => h('li', { key: each.at + title(each) },
    h('time', { dateTime: each.at }, dayOfPast.format(new Date(each.at))),
    h('h3', null, person(title(each))),
    each.party && h('p', { class: 'quiet small first-up' }, person(each.party)),
    each.why && h('p', { class: 'small' }, person(each.why)))));
}

function Write({ onPage }) {
  const [kind, setKind] = useState('question');
  const [text, setText] = useState('');
  const [sent, setSent] = useState(null);
  const [empty, setEmpty] = useState(false);
  const [send, state] = useSending(onPage);
  const submit = async (event) => {
    event.preventDefault();
    setSent(null);
    setEmpty(!text.trim());
    if (text.trim() && await send({ kind, text })) {
      setSent(kind);
      setText('');
    }
  };
  const choice = (value) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: 'kind', value, checked: kind === value, onChange: () => setKind(value) }),
    words[`write.${value}`]);
  const problem = empty ? 'write.empty' : state.failed;
  return h('section', { class: 'card', 'aria-labelledby': 'write' },
    h('h2', { id: 'write' }, words['write.heading']),
    h('form', { onSubmit: submit },
      h('fieldset', null, h('legend', null, words['write.kind']), choice('question'), choice('suggestion')),
      h(Words, { id: 'words', label: words['write.label'], value: text, onInput: (value) => { setText(value); setEmpty(false); } }),
      h('div', null, h('button', { disabled: state.sending }, words[state.sending ? 'sending' : 'write.send'])),
      h(Told, problem ? { text: words[problem], kind: 'bad' } : { text: sent && words[`write.sent.${sent}`] })));
}

function Page() {
  const [page, setPage] = useState(null);
  const [failed, setFailed] = useState(null);
  const load = () => ask('/page.json').then((got) => { setPage(got); setFailed(null); }, setFailed);
  useEffect(() => {
    load();
    const again = () => document.visibilityState === 'visible' && load();
    const timer = setInterval(again, EVERY);
    document.addEventListener('visibilitychange', again);
    return () => { clearInterval(timer); document.removeEventListener('visibilitychange', again); };
  }, []);
  const onPage = (got) => (got ? setPage(got) : load());
  return h('div', null,
    h('header', null, h('h1', null, words.heading)),
    h('main', null,
      failed && h('div', { class: 'note bad', role: 'alert' },
        h('p', null, words[failed] || words['failed.other']),
        h('button', { onClick: load }, words.retry)),
      !page && !failed && h('p', { class: 'quiet', role: 'status' }, words.loading),
      page && h(Shown, { page, onPage })));
}

function Shown({ page, onPage }) {
  const now = new Date(page.now);
  return [
    !page.open && h('p', { class: 'note' }, words.closed),
    page.open && h('section', { class: 'stack', 'aria-labelledby': 'next' },
      h('h2', { id: 'next' }, words['next.heading']),
      page.next.map((each, at) => h(Next, { key: each.promise || `step-${at}-${each.title}`, next: each, now, onPage })),
      page.next.length === 0 && h('p', { class: 'quiet' }, words['next.nothing'])),
    page.open && h(AskWhen, { onPage }),
    h(Contact, { contact: page.contact }),
    h('section', { class: 'card', 'aria-labelledby': 'happened' },
      h('h2', { id: 'happened' }, words['happened.heading']),
      page.happened.length === 0
        ? h('p', { class: 'quiet' }, words['happened.nothing'])
        : h(Past, { items: page.happened, title: (each) => each.title })),
    page.wrote.length > 0 && h('section', { class: 'card', 'aria-labelledby': 'wrote' },
      h('h2', { id: 'wrote' }, words['wrote.heading']),
      h(Past, { items: page.wrote, title: (each) => words[`wrote.${each.kind}`] })),
    page.open && h(Write, { onPage })
  ];
}

function Nothing({ heading, text }) {
  return h('main', null, h('h1', null, words[heading]), h('p', null, words[text]));
}

const closedDoors = { gone: ['gone.heading', 'gone.text'], busy: ['busy.heading', 'failed.busy'] };
const nothing = closedDoors[root.dataset.state];
render(nothing ? h(Nothing, { heading: nothing[0], text: nothing[1] }) : h(Page), root);

// The page of a visitor without a login: the brief, the appointment, the answer, photos. Works on while there is no
// connection; what was said is kept on the phone until it is sent.
import { h, render } from './preact.js';
import { useEffect, useMemo, useRef, useState } from './hooks.js';
import { times } from './times.js';
import { language, root, say as t } from './words.js';
import { Before, Causes, Coming, Customer, Facts, Office, Open, People, Recorded } from './visit-parts.js';
import { Answer, Appointment, forget, Photos } from './visit-forms.js';
import { outbox } from './visit-outbox.js';

const BASE = location.pathname.replace(/\/+$/, '');

/** Programs that make a picture of a link look at it for less long than anybody needs to read it. */
const READ_AFTER = 1500;
const RETRY_AFTER = 5000;
const GONE = 404;
const CONFLICT = 409;
const TOO_OFTEN = 429;

const NOTES = { answered: ['good', 'thanks'], reported: ['', 'reported'], passed: ['', 'passed'], closed: ['', 'closed'] };

/** The page as the server has it; asked for until it answers. */
function usePage() {
  const [page, setPage] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const timer = useRef(null);
  const load = async () => {
    clearTimeout(timer.current);
    try {
      const answer = await fetch(`${BASE}/visit`, { headers: { Accept: 'application/json' } });
      if (answer.ok) {
        setPage(await answer.json());
        setTrouble(null);
        return;
      }
      setTrouble(answer.status === GONE ? 'ended' : answer.status === TOO_OFTEN ? 'tooOften' : 'failed');
      if (answer.status === GONE) {
        return;
      }
    } catch (offline) {
      setTrouble('unreachable');
    }
    timer.current = setTimeout(load, RETRY_AFTER);
  };
  useEffect(() => {
    load();
    addEventListener('online', load);
    return () => removeEventListener('online', load);
  }, []);
  return { page, setPage, trouble, load };
}

/** Tells the server once somebody really looks. */
function whenRead(then) {
  let timer = null;
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible' && !document.prerendering) {
      timer = setTimeout(() => {
        document.removeEventListener('visibilitychange', look);
        then();
      }, READ_AFTER);
    }
  };
  document.addEventListener('visibilitychange', look);
  document.addEventListener('prerenderingchange', look);
  look();
}

function State({ box }) {
  const said = box.waiting.filter(each => each.kind !== 'opened');
  const text = said.length === 0
    ? box.sent ? t('sent') : ''
    : box.offline ? `${t('waiting')} (${t('queued', { count: said.length })})` : t('sending');
  return h('p', { class: `state ${text ? '' : 'nothing'} ${!said.length ? 'over' : box.offline ? 'warn' : ''}`, role: 'status' }, text);
}

function Brief({ page, load, setPage }) {
  const [box, setBox] = useState({ waiting: [], offline: false, sent: false });
  const [notice, setNotice] = useState(null);
  const kept = useRef(null);
  const clock = useMemo(() => times(language, page.zone), [page.zone]);
  useEffect(() => {
    kept.current = outbox({
      base: BASE,
      link: page.id,
      told: now => setBox(before => ({ ...before, ...now })),
      shown: (item, now) => {
        setPage(now);
        setBox(before => ({ ...before, sent: before.sent || item.kind !== 'opened' }));
      },
      refused: (item, status, said) => {
        setBox(before => ({ ...before, sent: false }));
        if (item.kind !== 'opened') {
          setNotice({ kind: item.kind, status, missing: said.missing || [] });
        }
        load();
      }
    });
    whenRead(async () => (await kept.current).add('opened', { at: new Date().toISOString() }));
  }, []);
  const before = useRef(page.state);
  useEffect(() => {
    if (page.state !== 'open') {
      forget(page.id);
    }
    if (page.state !== before.current) {
      // what has become of the answer stands on top
      scrollTo({ top: 0 });
    }
    before.current = page.state;
  }, [page.state]);
  const send = async (kind, body) => {
    setNotice(null);
    await (await kept.current).add(kind, body);
  };
  const parts = { t, times: clock, page, base: BASE, waiting: box.waiting, send };
  return [
    h('header', null, [
      h('p', { class: 'quiet small' }, page.visitor ? h('bdi', null, t('hello', { name: page.visitor })) : t('title')),
      h('h1', null, h('bdi', null, page.what || t('title'))),
      page.party && h('p', { class: 'quiet' }, h('bdi', null, page.party.replace(/-/g, ' '))),
      page.state === 'open' && h('a', { class: 'button plain jump', href: '#how' }, `${t('how')} ↓`)
    ]),
    h('main', { id: 'main' }, [
      h(State, { box }),
      notice && h(Notice, { notice, page }),
      NOTES[page.state] && h('p', { class: `note ${NOTES[page.state][0]}` }, t(NOTES[page.state][1])),
      h(Recorded, parts),
      h(Appointment, parts),
      h(Customer, parts),
      h(Facts, parts),
      h(Open, parts),
      h(Before, parts),
      h(People, parts),
      h(Causes, parts),
      h(Coming, parts),
      h(Photos, parts),
      page.state === 'open' && h(Answer, parts),
      h(Office, parts)
    ]),
    h('footer', null, h('p', { class: 'quiet small' }, t('until', { when: clock.moment(page.until) })))
  ];
}

function Notice({ notice, page }) {
  const text = notice.kind === 'appointment'
    ? t('moveRefused')
    : notice.kind === 'photos'
      ? t('photoRefused')
      : notice.status === CONFLICT && page.state === 'answered' ? t('answered') : t('refused');
  return h('p', { class: 'note bad', role: 'alert' }, [text, notice.missing.length
    ? h('bdi', null, ` ${notice.missing.join(', ')}`)
    : null]);
}

function App() {
  const { page, setPage, trouble, load } = usePage();
  if (trouble === 'ended') {
    return h('main', null, [h('h1', null, t('ended')), h('p', null, t('endedHint'))]);
  }
  if (!page) {
    return h('main', { 'aria-busy': 'true' }, h('p', { role: 'status', class: trouble ? 'note warn' : 'quiet' },
      t(trouble || 'loading')));
  }
  return h(Brief, { page, load, setPage });
}

root.replaceChildren();
render(h(App), root);

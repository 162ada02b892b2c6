// A case as a whole: what can be done, what the next person must know, all that happened.
import { Dialog } from './act.js';
import { Brief } from './brief.js';
import { forCase, forEntry, formOf } from './forms.js';
import { Journeys } from './journeys.js';
import { Timeline } from './timeline.js';
import { h, Menu, Shown, useEffect, useReading, useRef, useState } from './view.js';

const NOTHING = { acts: [] };

/** Acts that most people come for stand beside the menu. */
const FIRST = ['contact', 'promise', 'reopen'];

/** `path` is where the server has this case or task; `again` reads its brief anew. */
export function Story({ server, path, brief, again }) {
  const reading = useReading(() => server.get(path + '/acts'), [server, path]);
  const choices = reading.data || NOTHING;
  const [form, setForm] = useState(null);
  const [said, setSaid] = useState('');
  const [stamp, setStamp] = useState(0);
  const opener = useRef(null);

  const open = ({ act, entry }, from) => {
    opener.current = from;
    setSaid('');
    setForm(formOf(act, choices, entry));
  };
  const close = () => setForm(null);
  // only once the form has left: until then nothing else can take the focus
  useEffect(() => {
    if (!form && opener.current && opener.current.isConnected) {
      opener.current.focus();
    }
  }, [form]);
  const done = sentence => {
    close();
    setSaid(sentence);
    setStamp(stamp + 1);
    again();
    reading.again();
  };
  const menu = item => h(Menu, {
    label: '⋯',
    title: `What to do with #${item.entry}`,
    items: forEntry(choices, item),
    onChoose: open
  });
  const all = forCase(choices);
  const first = all.filter(({ act }) => FIRST.includes(act));

  return h('div', null, [
    all.length
      ? h('div', { class: 'journey-acts', role: 'group', 'aria-label': 'What to do' }, [
          first.map(item => h('button', {
            key: item.act,
            type: 'button',
            class: 'btn btn-default btn-sm',
            onClick: event => open(item, event.currentTarget)
          }, item.title)),
          h(Menu, { label: 'More', title: 'More to do', items: all.filter(item => !first.includes(item)), onChoose: open })
        ])
      : null,
    h('p', { class: said ? 'journey-success' : 'journey-silent', role: 'status' }, h('bdi', null, said)),
    h(Brief, { brief, menu }),
    h(Timeline, { read: (after, limit) => server.get(path + '/timeline', { after, limit }), about: path, stamp, menu }),
    form
      ? h(Dialog, {
          form,
          send: (body, key) => server.post(`${path}/acts/${form.act}`, body, key),
          look: search => server.get(path + '/acts/people', { search }),
          onDone: done,
          onClose: close
        })
      : null
  ]);
}

/** A case on a page of its own, also when nothing runs for it any more. */
function CaseView({ server, caseId }) {
  const path = `cases/${encodeURIComponent(caseId)}`;
  const reading = useReading(() => server.get(path), [server, path]);
  return h('section', { class: 'journey-page' }, [
    h('p', null, h('a', { href: '#/journeys' }, '← All cases')),
    h('h3', null, h('bdi', null, caseId)),
    h(Shown, { reading, what: 'case of that name' }, brief => h('div', null, [
      h('p', { class: 'journey-none' }, [
        h('bdi', null, brief.line.journeyTitle),
        brief.line.status === 'closed' ? ', closed' : null,
        brief.line.processInstance
          ? [', ', h('a', { href: `#/process-instance/${encodeURIComponent(brief.line.processInstance)}/runtime?tab=journey-case` }, 'process instance')]
          : null
      ]),
      h(Story, { server, path, brief, again: reading.again })
    ]))
  ]);
}

const asked = () => new URLSearchParams(window.location.hash.split('?')[1] || '').get('case');

/** The page of journeys: all cases, or the one that is asked for. */
export function JourneysPage({ server }) {
  const [caseId, setCase] = useState(asked);
  useEffect(() => {
    const follow = () => window.location.hash.startsWith('#/journeys') && setCase(asked());
    window.addEventListener('hashchange', follow);
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('popstate', follow);
    };
  }, []);
  return caseId ? h(CaseView, { key: caseId, server, caseId }) : h(Journeys, { server });
}

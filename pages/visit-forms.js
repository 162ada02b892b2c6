// What a visitor says: how it went, when they come, what they saw.
import { h } from './preact.js';
import { useEffect, useRef, useState } from './hooks.js';
import { Part } from './visit-parts.js';
import { small } from './visit-photo.js';

const OUTCOMES = ['done', 'partly', 'failed', 'missed', 'rework'];
const MOST_TEXT = 4000;
const MOST_SENTENCE = 1000;

function Text({ id, label, hint, value, change, most = MOST_TEXT, rows = 3 }) {
  return h('div', { class: 'field' }, [
    h('label', { for: id }, [label, hint && h('span', { class: 'quiet hint' }, ` (${hint})`)]),
    h('textarea', { id, rows, maxLength: most, value, onInput: event => change(event.target.value) })
  ]);
}

/** A day and two times, as a calendar on the wall has them. */
function Slot({ id, t, value, change, first }) {
  const set = (name, event) => change({ ...value, [name]: event.target.value });
  const input = (name, type, more = {}) =>
    h('div', { class: name === 'day' ? 'field' : 'field half' }, [
      h('label', { for: `${id}-${name}` }, t(name)),
      h('input', { id: `${id}-${name}`, type, required: true, value: value[name] || '',
        onInput: event => set(name, event), ...more })
    ]);
  return h('div', { class: 'slot' }, [input('day', 'date', { min: first }), input('from', 'time'), input('to', 'time')]);
}

export function Appointment({ t, times, page, waiting, send }) {
  const { appointment } = page;
  const [moving, setMoving] = useState(false);
  const [slot, setSlot] = useState({ day: '', from: '', to: '', reason: '' });
  if (!appointment || page.state !== 'open') {
    return page.state === 'open' && !appointment
      ? h(Part, { id: 'when', title: t('when') }, h('p', { class: 'quiet' }, t('noAppointment')))
      : null;
  }
  const queued = waiting.find(each => each.kind === 'appointment');
  const begin = () => {
    const known = appointment.from && appointment.to;
    setSlot({
      day: known ? times.date(appointment.from) : '',
      from: known ? times.time(appointment.from) : '08:00',
      to: known ? times.time(appointment.to) : '10:00',
      reason: ''
    });
    setMoving(true);
  };
  const submit = event => {
    event.preventDefault();
    setMoving(false);
    send('appointment', slot);
  };
  return h(Part, { id: 'when', title: t('when'), className: 'when' }, [
    h('p', { class: 'big' }, appointment.to ? h('bdi', null, times.window(appointment.from, appointment.to)) : t('noWindow')),
    h('p', { class: 'quiet' }, h('bdi', null, appointment.what)),
    appointment.overdue && h('p', { class: 'note warn' }, `${t('overdue')} ${t('overdueHint')}`),
    queued && h('p', { class: 'note' }, t('waiting')),
    !queued && appointment.confirmedAt && h('p', { class: 'note good' }, `✓ ${t('confirmed')}`),
    !queued && !moving && appointment.movable && h('div', { class: 'row' }, [
      appointment.to && !appointment.confirmedAt
        && h('button', { type: 'button', onClick: () => send('appointment', { confirmed: true }) }, t('confirm')),
      h('button', { type: 'button', class: 'plain', onClick: begin }, appointment.to ? t('move') : t('setTime'))
    ]),
    moving && h('form', { onSubmit: submit }, [
      h(Slot, { id: 'move', t, value: slot, change: setSlot, first: times.date(Date.now()) }),
      appointment.to && h(Text, { id: 'move-reason', label: t('reason'), hint: t('reasonHint'), rows: 2,
        most: MOST_SENTENCE, value: slot.reason, change: reason => setSlot({ ...slot, reason }) }),
      h('div', { class: 'row' }, [
        h('button', { type: 'submit' }, t('save')),
        h('button', { type: 'button', class: 'plain', onClick: () => setMoving(false) }, t('cancel'))
      ])
    ])
  ]);
}

/** A question of the touchpoint's own form. */
function Question({ t, question, value, change, excused }) {
  const id = `answer-${question.key}`;
  const required = question.required && !excused;
  const choices = question.kind === 'YES_NO'
    ? [{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]
    : question.choices;
  if (question.kind === 'SOME_OF') {
    const some = value || [];
    const toggle = (each, on) => change(on ? [...some, each] : some.filter(other => other !== each));
    return h('fieldset', null, [h('legend', null, h('bdi', null, question.label)), choices.map(each =>
      h('label', { class: 'choice' }, [
        h('input', { type: 'checkbox', checked: some.includes(each.value),
          onChange: event => toggle(each.value, event.target.checked) }),
        h('bdi', null, each.label)
      ]))]);
  }
  if (question.kind === 'ONE_OF' || question.kind === 'YES_NO') {
    return h('fieldset', null, [h('legend', null, h('bdi', null, question.label)), choices.map(each =>
      h('label', { class: 'choice' }, [
        h('input', { type: 'radio', name: id, required, value: each.value, checked: value === each.value,
          onChange: () => change(each.value) }),
        h('bdi', null, each.label)
      ]))]);
  }
  return h('div', { class: 'field' }, [
    h('label', { for: id }, h('bdi', null, question.label)),
    h('input', { id, required, inputMode: question.kind === 'NUMBER' ? 'decimal' : undefined,
      maxLength: MOST_TEXT, value: value || '', onInput: event => change(event.target.value) })
  ]);
}

const EMPTY = { outcome: '', note: '', open: '', again: false, what: '', dayKnown: true, day: '', from: '08:00', to: '10:00', answers: {} };

/** What was typed survives a reload, until it is sent. */
function useDraft(link) {
  const key = `journey-visit-${link}`;
  const [draft, setDraft] = useState(() => {
    try {
      return { ...EMPTY, ...JSON.parse(localStorage.getItem(key)) };
    } catch (refused) {
      return EMPTY;
    }
  });
  const keep = changed => {
    setDraft(changed);
    try {
      localStorage.setItem(key, JSON.stringify(changed));
    } catch (refused) {
      // private windows keep nothing; the page does while it is open
    }
  };
  return [draft, keep];
}

export function forget(link) {
  try {
    localStorage.removeItem(`journey-visit-${link}`);
  } catch (refused) {
    // nothing was kept
  }
}

export function Answer({ t, times, page, waiting, send }) {
  const [draft, keep] = useDraft(page.id);
  const [missing, setMissing] = useState(false);
  const first = useRef(null);
  const set = (name, value) => keep({ ...draft, [name]: value });
  const queued = waiting.find(each => each.kind === 'answer');
  useEffect(() => {
    if (queued) {
      document.getElementById('how')?.scrollIntoView({ block: 'center' });
    }
  }, [Boolean(queued)]);
  if (queued) {
    return h(Part, { id: 'how', title: t('how') }, [
      h('p', { class: 'big' }, t(`outcome.${queued.body.outcome}`)),
      queued.body.note && h('p', null, h('bdi', null, queued.body.note)),
      h('p', { class: 'note' }, t('waiting'))
    ]);
  }
  const submit = event => {
    event.preventDefault();
    if (!draft.outcome) {
      setMissing(true);
      first.current?.focus();
      return;
    }
    send('answer', {
      outcome: draft.outcome,
      note: draft.note,
      open: draft.outcome === 'done' ? '' : draft.open,
      next: draft.again
        ? { what: draft.what, ...(draft.dayKnown ? { day: draft.day, from: draft.from, to: draft.to } : {}) }
        : undefined,
      answers: draft.answers,
      at: new Date().toISOString()
    });
  };
  const excused = draft.outcome === 'missed';
  return h(Part, { id: 'how', title: t('how') }, h('form', { onSubmit: submit }, [
    h('fieldset', { class: 'outcomes', 'aria-describedby': missing && !draft.outcome ? 'how-missing' : undefined }, [
      h('legend', { class: 'heard' }, t('how')),
      OUTCOMES.map((outcome, at) => h('label', { class: 'choice outcome' }, [
        h('input', { type: 'radio', name: 'outcome', value: outcome, ref: at === 0 ? first : undefined,
          checked: draft.outcome === outcome, onChange: () => set('outcome', outcome) }),
        h('span', null, t(`outcome.${outcome}`))
      ]))
    ]),
    missing && !draft.outcome && h('p', { id: 'how-missing', class: 'note bad', role: 'alert' }, t('choose')),
    page.questions.map(question => h(Question, {
      t, question, excused, value: draft.answers[question.key],
      change: value => set('answers', { ...draft.answers, [question.key]: value })
    })),
    h(Text, { id: 'note', label: t('note'), value: draft.note, change: value => set('note', value) }),
    draft.outcome && draft.outcome !== 'done'
      && h(Text, { id: 'left', label: t('left'), value: draft.open, change: value => set('open', value) }),
    h('label', { class: 'choice' }, [
      h('input', { type: 'checkbox', checked: draft.again, onChange: event => set('again', event.target.checked) }),
      h('span', null, t('again'))
    ]),
    draft.again && h('div', { class: 'inset' }, [
      h('div', { class: 'field' }, [
        h('label', { for: 'what' }, t('what')),
        h('input', { id: 'what', required: true, maxLength: MOST_SENTENCE, value: draft.what,
          onInput: event => set('what', event.target.value) })
      ]),
      h('label', { class: 'choice' }, [
        h('input', { type: 'checkbox', checked: draft.dayKnown, onChange: event => set('dayKnown', event.target.checked) }),
        h('span', null, t('dayKnown'))
      ]),
      draft.dayKnown && h(Slot, { id: 'next', t, value: draft, change: keep, first: times.date(Date.now()) })
    ]),
    h('button', { type: 'submit', class: 'wide' }, t('send')),
    h('p', { class: 'quiet small' }, t('sendHint'))
  ]));
}

function Pending({ t, item }) {
  const [url, setUrl] = useState(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([item.body], { type: 'image/jpeg' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [item.key]);
  return h('li', { class: 'pending' }, [url && h('img', { src: url, alt: t('kept') }), h('span', { class: 'badge' }, t('kept'))]);
}

export function Photos({ t, times, page, base, waiting, send }) {
  const [trouble, setTrouble] = useState(null);
  const pending = waiting.filter(each => each.kind === 'photos');
  const room = page.photosLeft - pending.length;
  const add = async event => {
    const files = [...event.target.files].slice(0, Math.max(0, room));
    event.target.value = '';
    setTrouble(null);
    for (const file of files) {
      const photo = await small(file);
      if (photo) {
        await send('photos', photo);
      } else {
        setTrouble(t('notAPhoto', { name: file.name }));
      }
    }
  };
  return h(Part, { id: 'photos', title: t('photos') }, [
    page.photos.length + pending.length
      ? h('ul', { class: 'plain-list photos' }, [
          ...page.photos.map(photo => h('li', { key: photo.id }, h('a', {
            href: `${base}/photos/${photo.id}`, target: '_blank', rel: 'noreferrer'
          }, h('img', {
            src: `${base}/photos/${photo.id}?size=small`, loading: 'lazy', width: 100, height: 100,
            alt: t('photo', { when: times.moment(photo.at) }) + (photo.party ? `, ${photo.party}` : '')
          })))),
          ...pending.map(item => h(Pending, { key: item.key, t, item }))
        ])
      : h('p', { class: 'quiet' }, t('noPhotos')),
    page.photosUntil && room > 0 && h('label', { class: 'button plain file' }, [
      t('add'),
      h('input', { type: 'file', accept: 'image/jpeg,image/png,image/*', multiple: true, class: 'heard', onChange: add })
    ]),
    page.photosUntil && h('p', { class: 'quiet small' }, [
      room > 0 ? t('photosLeft', { count: room }) : t('photosFull'),
      page.state === 'open' ? null : ` ${t('photosUntil', { when: times.moment(page.photosUntil) })}`
    ]),
    trouble && h('p', { class: 'note bad', role: 'alert' }, h('bdi', null, trouble))
  ]);
}

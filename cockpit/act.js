// A form over the page: what was typed stays until it is sent or given up, whatever is read again meanwhile.
import { OVERRIDE, whichOne } from './forms.js';
import { h, Said, useEffect, useRef, useState } from './view.js';

const PAUSE = 300;
const MISSING = 'is required';

/** Not to be guessed, and made without what browsers keep for encrypted pages. */
function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), each => each.toString(16).padStart(2, '0')).join('');
}

const told = (value, values) => (typeof value === 'function' ? value(values) : value);

function options(all) {
  return all.map(each => Array.isArray(each)
    ? h('option', { key: each[0], value: each[0] }, each[1])
    : h('optgroup', { key: each.label, label: each.label }, options(each.options)));
}

/** Users whose names begin so. */
function usePeople(look, text) {
  const [people, setPeople] = useState([]);
  useEffect(() => {
    if (!look || !text) {
      return undefined;
    }
    let late = false;
    const timer = setTimeout(() => look(text).then(found => late || setPeople(found), () => {}), PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [text]);
  return people;
}

function Words({ field, value, onChange, describedBy }) {
  const chosen = value || [];
  return h('div', { class: 'journey-words', role: 'group', 'aria-label': field.label, 'aria-describedby': describedBy },
    field.options.map(([key, title]) => h('label', { key }, [
      h('input', {
        type: 'checkbox',
        checked: chosen.includes(key),
        onChange: event => onChange(event.target.checked ? [...chosen, key] : chosen.filter(each => each !== key))
      }),
      ' ', title
    ])));
}

function Input({ field, id, values, error, onChange, look }) {
  const value = values[field.name] === undefined || values[field.name] === null ? '' : values[field.name];
  const people = usePeople(field.type === 'person' && look, value);
  const hints = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  if (field.type === 'words') {
    return h(Words, { field, value, onChange, describedBy: hints });
  }
  const shared = {
    id,
    name: field.name,
    class: 'form-control',
    value,
    'aria-invalid': error ? 'true' : undefined,
    'aria-required': told(field.required, values) ? 'true' : undefined,
    'aria-describedby': hints,
    onInput: event => onChange(event.target.value)
  };
  if (field.type === 'select') {
    return h('select', { ...shared, onInput: undefined, onChange: event => onChange(event.target.value) }, [
      field.none ? h('option', { key: '', value: '' }, told(field.none, values)) : null,
      ...options(field.options)
    ]);
  }
  if (field.type === 'area') {
    return h('textarea', { ...shared, rows: 2, maxLength: field.max });
  }
  const suggested = field.list || people.map(each => [each.id, each.name]);
  return [
    h('input', {
      ...shared,
      type: field.type === 'date' || field.type === 'time' ? field.type : 'text',
      maxLength: field.max,
      placeholder: told(field.placeholder, values),
      autoComplete: 'off',
      list: suggested.length ? `${id}-list` : undefined
    }),
    suggested.length
      ? h('datalist', { id: `${id}-list` }, suggested.map(([key, title]) => h('option', { key, value: key }, title)))
      : null
  ];
}

function Field({ field, values, error, onChange, look }) {
  const id = `journey-field-${field.name}`;
  const label = [field.label, told(field.required, values) ? h('span', { 'aria-hidden': 'true' }, ' *') : null];
  return h('div', { class: `journey-field journey-field-${field.type}` }, [
    field.type === 'words' ? h('span', { class: 'journey-label' }, label) : h('label', { for: id }, label),
    h(Input, { field, id, values, error, onChange, look }),
    field.hint ? h('p', { id: `${id}-hint`, class: 'journey-hint' }, field.hint) : null,
    error ? h('p', { id: `${id}-error`, class: 'journey-late' }, `${field.label} ${error}.`) : null
  ]);
}

/** What is to be sent: nothing of what was left empty. */
function filled(form, fields, values) {
  const body = form.entry === undefined ? {} : { entry: form.entry };
  for (const { name, number } of fields) {
    const value = values[name];
    if (value !== undefined && value !== null && value !== '' && value.length !== 0) {
      body[name] = number ? Number(value) : value;
    }
  }
  return body;
}

/** A form; `send` takes what was filled in and its key, and gives a sentence about what was done. */
export function Dialog({ form, send, look, onDone, onClose }) {
  const [values, setValues] = useState(form.values);
  const [errors, setErrors] = useState({});
  const [problem, setProblem] = useState('');
  const [extra, setExtra] = useState([]);
  const [busy, setBusy] = useState(false);
  const [more, setMore] = useState(false);
  const sending = useRef(false);
  const key = useRef(newKey());
  const place = useRef(null);
  const fields = [...form.fields, ...extra];

  useEffect(() => {
    place.current.showModal();
    const first = place.current.querySelector('select, input, textarea') || place.current.querySelector('[type=submit]');
    first.focus();
  }, []);
  useEffect(() => {
    const wrong = place.current.querySelector('[aria-invalid]') || (problem && place.current.querySelector('[role=alert]'));
    if (wrong) {
      wrong.focus();
    }
  }, [errors]);

  const change = name => value => {
    setValues(before => ({ ...before, [name]: value }));
    setProblem('');
  };
  // what was missing may no longer be wanted, after something else was chosen
  const stillWrong = field => (errors[field.name] === MISSING && !told(field.required, values) ? undefined : errors[field.name]);

  function refused(error) {
    const wrong = {};
    for (const { field, message } of error.problem.errors || []) {
      wrong[field] = message;
    }
    if (wrong.override) {
      setExtra([OVERRIDE]);
      // the first time it isn't a mistake but a question
      if (!extra.length) {
        delete wrong.override;
      }
    }
    if (error.problem.waiting) {
      setExtra([whichOne(error.problem.waiting)]);
    }
    const elsewhere = Object.keys(wrong).filter(name => !fields.some(field => field.name === name) && name !== 'override');
    setMore(more || form.fields.some(field => field.more && wrong[field.name]));
    setErrors(wrong);
    setProblem([error.message, ...elsewhere.map(name => `${name} ${wrong[name]}.`)].join(' '));
  }

  async function submit(event) {
    event.preventDefault();
    if (sending.current) {
      return;
    }
    sending.current = true;
    setBusy(true);
    setErrors({});
    setProblem('');
    try {
      onDone((await send(filled(form, fields, values), key.current)).said);
    } catch (error) {
      refused(error);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  const shown = field => h(Field, { key: field.name, field, values, error: stillWrong(field), onChange: change(field.name), look });
  const further = form.fields.filter(field => field.more);
  return h('dialog', {
    class: 'journey-dialog',
    ref: place,
    'aria-labelledby': 'journey-dialog-title',
    onKeyDown: event => event.stopPropagation(),
    onCancel: event => {
      event.preventDefault();
      onClose();
    }
  }, h('form', { noValidate: true, onSubmit: submit, 'aria-busy': busy }, [
    h('h4', { id: 'journey-dialog-title' }, form.title),
    form.about ? h('p', { class: 'journey-about' }, h(Said, { text: form.about })) : null,
    form.explain ? h('p', { class: 'journey-hint' }, form.explain) : null,
    problem ? h('p', { class: 'journey-problem', role: 'alert', tabIndex: -1 }, h('bdi', null, problem)) : null,
    h('div', { class: 'journey-fields' }, form.fields.filter(field => !field.more).map(shown)),
    further.length
      ? h('details', { open: more, onToggle: event => setMore(event.currentTarget.open) }, [
          h('summary', null, 'More about it'),
          h('div', { class: 'journey-fields' }, further.map(shown))
        ])
      : null,
    extra.map(shown),
    h('div', { class: 'journey-buttons' }, [
      h('button', { type: 'submit', class: 'btn btn-primary', disabled: busy }, busy ? 'Sending…' : form.submit),
      h('button', { type: 'button', class: 'btn btn-default', onClick: onClose }, 'Cancel')
    ])
  ]));
}

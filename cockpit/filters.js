// What the list of cases is asked for. All of it is in the address, so that it can be kept and passed on.
import { h, useEffect, useState } from './view.js';

const LEVELS = ['none', 'watch', 'coordinate', 'escalate', 'executive'];
const SORTS = [
  ['level', 'highest level'],
  ['newest', 'opened last'],
  ['days', 'open longest'],
  ['contacts', 'most contacts'],
  ['cost', 'highest cost']
];
const ME = '@me';
const NOBODY = '@nobody';
const PAUSE = 400;

/** What is asked for unless the address says otherwise. */
const USUAL = { journey: '', phase: '', level: '', status: 'open', ambassador: '', without: '', search: '', sort: 'level' };

/** What the address asks for; `case` is one case, whatever its status. */
export function asked() {
  const query = new URLSearchParams(window.location.hash.split('?')[1] || '');
  if (query.has('case')) {
    return { ...USUAL, search: query.get('case'), status: '' };
  }
  return Object.fromEntries(
    Object.entries(USUAL).map(([name, usual]) => [name, query.has(name) ? query.get(name) : usual])
  );
}

/** The address that asks for it. */
export function address(query) {
  const said = Object.entries(query).filter(([name, value]) => value !== USUAL[name]);
  return '#/journeys' + (said.length ? '?' + new URLSearchParams(said) : '');
}

/**
 * Camunda builds a page anew when what is behind the question mark changes, which would take the focus and what is
 * unrolled with it. Its own pages are excepted; so is this one from here on. Where Camunda should do without AngularJS
 * one day, this does nothing.
 */
export function stayOnPage() {
  const injector = window.angular && window.angular.element(document.documentElement).injector();
  const route = injector && injector.has('$route') && injector.get('$route').routes['/journeys'];
  if (route) {
    route.reloadOnSearch = false;
  }
}

function Choice({ label, value, choices, onChange }) {
  return h('label', null, [
    h('span', null, label),
    h('select', { class: 'form-control', value, onChange: event => onChange(event.target.value) },
      choices.map(([key, title]) => h('option', { key, value: key, selected: key === value }, title)))
  ]);
}

/** A field whose text counts once somebody pauses. */
function Typed({ label, value, type, className, onChange }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const timer = setTimeout(() => text !== value && onChange(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return h('label', { class: className }, [
    h('span', null, label),
    h('input', { type, class: 'form-control', value: text, maxLength: 128, onInput: event => setText(event.target.value) })
  ]);
}

function Ambassador({ value, onChange }) {
  const [named, setNamed] = useState(false);
  const name = value !== '' && value !== ME && value !== NOBODY;
  return [
    h(Choice, {
      label: 'Ambassador',
      value: named || name ? 'name' : value,
      choices: [['', 'anybody'], [ME, 'me'], [NOBODY, 'nobody'], ['name', 'by name']],
      onChange: chosen => {
        setNamed(chosen === 'name');
        onChange(chosen === 'name' ? '' : chosen);
      }
    }),
    named || name
      ? h(Typed, { label: 'User name', type: 'text', value: name ? value : '', onChange })
      : null
  ];
}

export function Filters({ query, data, onChange }) {
  const known = (data && data.journeys) || [];
  const phases = (data && data.phases) || [];
  const every = !data || data.all ? [['', 'all']] : [];
  return h('form', { class: 'journey-filters', role: 'search', onSubmit: event => event.preventDefault() }, [
    h(Typed, {
      label: 'Customer, phone, e-mail, address or case',
      type: 'search',
      className: 'journey-search',
      value: query.search,
      onChange: search => onChange({ search }, true)
    }),
    h(Choice, {
      label: 'Journey',
      value: query.journey || (data && data.journey) || '',
      choices: [...every, ...known.map(each => [each.key, each.title])],
      onChange: journey => onChange({ journey, phase: '' })
    }),
    phases.length || query.phase
      ? h(Choice, {
          label: 'Phase',
          value: query.phase,
          choices: [['', 'all'], ...withChosen(phases.map(each => [each.key, each.title]), query.phase)],
          onChange: phase => onChange({ phase })
        })
      : null,
    h(Choice, { label: 'Level', value: query.level, choices: [['', 'all'], ...LEVELS.map(each => [each, each])], onChange: level => onChange({ level }) }),
    h(Choice, {
      label: 'Status',
      value: query.status,
      choices: [['open', 'open'], ['closed', 'closed'], ['', 'all']],
      onChange: status => onChange({ status })
    }),
    h(Choice, {
      label: 'Next step',
      value: query.without,
      choices: [['', 'any'], ['next-step', 'none']],
      onChange: without => onChange({ without })
    }),
    h(Ambassador, { value: query.ambassador, onChange: ambassador => onChange({ ambassador }) }),
    h(Choice, { label: 'Sort by', value: query.sort, choices: SORTS, onChange: sort => onChange({ sort }) })
  ]);
}

/** What the address asks for can be chosen even where it isn't known. */
function withChosen(choices, value) {
  return !value || choices.some(([key]) => key === value) ? choices : [...choices, [value, value]];
}

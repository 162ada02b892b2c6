// What each act asks for. A form is data: who shows it, sends it and keeps what was typed is act.js.

const MOST_SENTENCE = 1000;
const MOST_NOTE = 4000;

const reason = (label = 'Why') => ({ name: 'reason', label, type: 'area', required: true, max: MOST_SENTENCE });

const when = [
  { name: 'date', label: 'Day', type: 'date' },
  { name: 'from', label: 'From', type: 'time' },
  { name: 'to', label: 'To', type: 'time' }
];

/** Asked only where the server says that a visit isn't ready. */
export const OVERRIDE = {
  name: 'override',
  label: 'Why it goes ahead all the same',
  type: 'area',
  required: true,
  max: MOST_SENTENCE
};

/** Asked only where one touchpoint waits several times. */
export const whichOne = waiting => ({
  name: 'activityInstanceId',
  label: 'Which one',
  type: 'select',
  required: true,
  options: waiting.map(each => [each.activityInstanceId, each.party || each.activityInstanceId])
});

const pairs = options => options.map(({ key, title }) => [key, title]);

const entries = options => options.map(({ entry, what }) => [entry, `#${entry} ${what}`]);

function touchpoints(places) {
  const option = place => [place.key, place.phase ? `${place.title} (${place.phase})` : place.title];
  return [
    { label: 'Waiting now: recording it completes it', options: places.filter(place => place.waits).map(option) },
    { label: 'The others', options: places.filter(place => !place.waits).map(option) }
  ].filter(group => group.options.length);
}

function contact(choices) {
  const at = values => choices.touchpoints.find(place => place.key === values.touchpoint);
  return {
    title: 'Record a contact',
    explain: 'Somebody met the customer. Where the journey is waiting for it, this completes that step.',
    submit: 'Record',
    values: { outcome: 'done', user: choices.user || '' },
    fields: [
      {
        name: 'touchpoint',
        label: 'What it was',
        type: 'select',
        none: 'Something that was not planned',
        options: touchpoints(choices.touchpoints)
      },
      {
        name: 'channel',
        label: 'How',
        type: 'select',
        none: values => (at(values) && at(values).channel ? `As drawn: ${at(values).channel}` : 'Choose'),
        required: values => !at(values) || !at(values).channel,
        options: pairs(choices.channels)
      },
      { name: 'party', label: 'Who met the customer', type: 'text', max: 255, list: pairs(choices.parties),
        placeholder: values => (at(values) && at(values).party) || '' },
      { name: 'outcome', label: 'How it ended', type: 'select', required: true, options: pairs(choices.outcomes) },
      { name: 'note', label: 'What was done and said', type: 'area', max: MOST_NOTE },
      { name: 'open', label: 'What is left open', type: 'area', max: MOST_NOTE },
      { name: 'direction', label: 'Who came to whom', type: 'select', none: 'As usual for it', options: pairs(choices.directions), more: true },
      { name: 'reason', label: 'Why the customer came', type: 'select', none: 'Not said', options: pairs(choices.reasons), more: true },
      { name: 'user', label: 'Which person', type: 'person', max: 255, more: true,
        hint: 'A user name; empty if it was somebody without a login. The first one becomes the ambassador.' },
      { name: 'date', label: 'Day', type: 'date', more: true, hint: 'Leave day and time empty if it was just now.' },
      { name: 'time', label: 'Time', type: 'time', more: true },
      { name: 'causedBy', label: 'Made necessary by', type: 'select', none: 'Nothing before', options: entries(choices.contacts), number: true, more: true },
      { name: 'incidents', label: 'What went badly', type: 'words', options: pairs(choices.incidents), more: true }
    ]
  };
}

const promise = choices => ({
  title: 'Make a promise',
  explain: `The customer was told what comes next. Without a day, nobody knows when, and somebody is warned of it. Times are those of ${choices.zone}.`,
  submit: 'Promise',
  values: {},
  fields: [
    { name: 'what', label: 'What will happen', type: 'text', required: true, max: MOST_SENTENCE },
    { name: 'party', label: 'Who will come', type: 'text', max: 255, list: pairs(choices.parties) },
    ...when
  ]
});

const open = (choices, entry) => choices.promises.find(each => each.entry === entry) || { what: '' };

const FORMS = {
  contact,
  promise,
  'promise-kept': (choices, entry) => ({
    title: 'The promise was kept',
    about: open(choices, entry).what,
    explain: 'If its time is over, it counts as kept late.',
    submit: 'Kept',
    fields: [{ ...reason('How that is known'), required: false }]
  }),
  'promise-withdrawn': (choices, entry) => ({
    title: 'Withdraw the promise',
    about: open(choices, entry).what,
    explain: 'It counts as neither kept nor broken. Make a new one if something else comes instead.',
    submit: 'Withdraw',
    fields: [reason()]
  }),
  'promise-moved': (choices, entry) => ({
    title: 'Move the promise',
    about: open(choices, entry).what,
    explain: `The customer was told of another time before this one was over. Times are those of ${choices.zone}.`,
    submit: 'Move',
    values: { date: open(choices, entry).date, from: open(choices, entry).from, to: open(choices, entry).to },
    fields: [{ ...when[0], required: true }, when[1], when[2], reason()]
  }),
  acknowledge: (choices, entry) => ({
    title: 'The brief was read',
    about: (choices.handoffs.find(each => each.entry === entry) || { what: '' }).what,
    explain: 'They know what was done, what is open and what was promised, and meet the customer prepared.',
    submit: 'They have read it',
    fields: []
  }),
  fact: choices => ({
    title: 'Add a fact',
    explain: 'What the customer has told once is shown to everybody who comes, and nobody asks for it again. A fact of the same name is replaced.',
    submit: 'Keep',
    fields: [
      { name: 'name', label: 'About what', type: 'text', required: true, max: 255 },
      { name: 'value', label: 'What was told', type: 'area', required: true, max: MOST_NOTE },
      {
        name: 'showAt',
        label: 'Matters most at',
        type: 'select',
        none: 'Everywhere',
        options: choices.touchpoints.map(place => [place.key, place.title])
      }
    ]
  }),
  ambassador: () => ({
    title: 'Appoint the ambassador',
    explain: 'One person stands for the company towards this customer, and calls of theirs never count against the case.',
    submit: 'Appoint',
    fields: [
      { name: 'user', label: 'Who', type: 'person', required: true, max: 255, hint: 'A user name; type the beginning of a name to look for one.' },
      reason()
    ]
  }),
  level: choices => ({
    title: 'Raise the level',
    explain: 'As if the decision table had raised it: whoever the journey names for that level is set to work, and from "coordinate" up somebody gets a task. Only a review lowers it again.',
    submit: 'Raise',
    fields: [
      { name: 'level', label: `From ${choices.level} to`, type: 'select', required: true, none: 'Choose', options: pairs(above(choices)) },
      reason()
    ]
  }),
  review: choices => ({
    title: 'Review and lower the level',
    explain: 'Closes the escalation: the level is set as you say, the process that takes care of it ends, and the table counts anew from now on.',
    submit: 'Close the escalation',
    values: { level: 'none' },
    fields: [
      { name: 'level', label: `From ${choices.level} to`, type: 'select', required: true, options: pairs(below(choices)) },
      reason('What was done about it')
    ]
  }),
  void: (choices, entry) => ({
    title: `Take back contact #${entry}`,
    about: (choices.contacts.find(each => each.entry === entry) || { what: '' }).what,
    explain: 'It was entered by mistake. It stays to be seen, but is no longer counted.',
    submit: 'Take back',
    fields: [reason()]
  }),
  cause: (choices, entry) => ({
    title: `What made contact #${entry} necessary`,
    about: (choices.contacts.find(each => each.entry === entry) || { what: '' }).what,
    submit: 'Keep the cause',
    fields: [
      {
        name: 'causedBy',
        label: 'It goes back to',
        type: 'select',
        none: 'Choose',
        required: true,
        number: true,
        options: entries(choices.contacts.filter(each => each.entry !== entry))
      },
      reason('How that is known')
    ]
  }),
  close: () => ({
    title: 'Close the case',
    explain: 'Ends what runs for it. Promises whose time is over are broken, the others are withdrawn.',
    submit: 'Close the case',
    fields: [reason()]
  }),
  reopen: () => ({
    title: 'Open the case again',
    explain: 'Contacts and promises can be recorded again. What ended in the journey is not started again.',
    submit: 'Open again',
    fields: [reason()]
  })
};

const rank = choices => choices.levels.findIndex(each => each.key === choices.level);
const above = choices => choices.levels.filter((each, at) => at > rank(choices));
const below = choices => choices.levels.filter((each, at) => at <= rank(choices));

/** The form of an act, for an entry of the case where it is about one. */
export function formOf(act, choices, entry) {
  return { act, entry, values: {}, ...FORMS[act](choices, entry) };
}

const TITLES = {
  contact: 'Record a contact',
  promise: 'Make a promise',
  fact: 'Add a fact',
  ambassador: 'Appoint the ambassador',
  level: 'Raise the level',
  review: 'Review and lower the level',
  close: 'Close the case',
  reopen: 'Open the case again',
  'promise-kept': 'It was kept',
  'promise-moved': 'Move it',
  'promise-withdrawn': 'Withdraw it',
  acknowledge: 'The brief was read',
  void: 'Take it back',
  cause: 'What made it necessary'
};

const items = (choices, acts, entry) =>
  acts.filter(act => choices.acts.includes(act)).map(act => ({ act, entry, title: TITLES[act] }));

/** What can be done to the case as a whole. */
export function forCase(choices) {
  return items(choices, ['contact', 'promise', 'fact', 'ambassador', 'level', 'review', 'close', 'reopen'])
    .filter(({ act }) => act !== 'level' || above(choices).length)
    .filter(({ act }) => act !== 'review' || rank(choices) > 0);
}

/** What can be done with one of its entries. */
export function forEntry(choices, { type, entry }) {
  if (!choices.acts.length) {
    return [];
  }
  const promise = type === 'promise' && choices.promises.find(each => each.entry === entry);
  if (promise) {
    return items(choices, ['promise-kept', ...(promise.movable ? ['promise-moved'] : []), 'promise-withdrawn'], entry);
  }
  if (type === 'handoff' && choices.handoffs.some(each => each.entry === entry)) {
    return items(choices, ['acknowledge'], entry);
  }
  if (type === 'contact' && choices.contacts.some(each => each.entry === entry)) {
    return items(choices, ['cause', 'void'], entry);
  }
  return [];
}

// What pages without a login say in the reader's own language, and how that language tells days and times.

/** The first of the reader's languages that a page knows; English otherwise. Norwegians read Danish. */
export function language(texts, wanted = navigator.languages || [navigator.language]) {
  const known = wanted
    .map(each => String(each).toLowerCase().split('-')[0])
    .map(each => (['no', 'nb', 'nn'].includes(each) && !texts[each] ? 'da' : each));
  return known.find(each => texts[each]) || 'en';
}

/** Says a text by its key, with values in place of names in braces; a key a language lacks is said in English. */
export function words(texts, lang = language(texts)) {
  return (key, values = {}) =>
    String(texts[lang][key] ?? texts.en[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** Days and times as people say them, in a zone. British English: the day comes before the month. */
export function times(lang, zone, now = () => new Date()) {
  const locale = { en: 'en-GB', da: 'da-DK', sv: 'sv-SE' }[lang] || lang;
  const format = options => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const near = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const far = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const day = at => (at.getFullYear() === now().getFullYear() ? near : far).format(at);
  const same = (one, other) => date.format(one) === date.format(other);
  return {
    day: at => day(new Date(at)),
    time: at => clock.format(new Date(at)),
    moment: at => `${day(new Date(at))}, ${clock.format(new Date(at))}`,
    /** A date as a calendar field has it. */
    date: at => date.format(new Date(at)),
    window(from, to) {
      const end = new Date(to);
      if (!from) {
        return `– ${day(end)}, ${clock.format(end)}`;
      }
      const begin = new Date(from);
      return same(begin, end)
        ? `${day(begin)}, ${clock.format(begin)}–${clock.format(end)}`
        : `${day(begin)} – ${day(end)}`;
    }
  };
}

// How a language tells days and times.

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

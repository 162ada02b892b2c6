// What a visitor has said and photographed stays on the phone until the server has it. Everything carries a key of its own,
// and the server does each once, so that sending again is always safe.

const STORE = 'outbox';
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60000;

/** How long to wait for an answer before sending again; a photo takes a minute where a van stands in a cellar. */
const PATIENCE = 90000;

/** A name nobody else has; also where the page isn't served encrypted. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), each => each.toString(16).padStart(2, '0')).join('');
}

const done = request =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The phone's own memory; where a browser refuses it, as in private windows, what is open has to do. */
async function memory(link) {
  try {
    const opening = indexedDB.open('journey-visits', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'key' });
    const db = await done(opening);
    const store = mode => db.transaction(STORE, mode).objectStore(STORE);
    return {
      all: async () => (await done(store('readonly').getAll())).filter(each => each.link === link),
      put: each => done(store('readwrite').put(each)),
      drop: key => done(store('readwrite').delete(key))
    };
  } catch (refused) {
    const kept = new Map();
    return {
      all: async () => [...kept.values()],
      put: async each => void kept.set(each.key, each),
      drop: async key => void kept.delete(key)
    };
  }
}

/**
 * Keeps and sends.
 *
 * @param base the page's own address
 * @param link the id of its link
 * @param told what to do with what waits, whenever that changes
 * @param shown what to do with the page as the server answers it, and what it answers
 * @param refused what to do with an answer the server won't take
 */
export async function outbox({ base, link, told, shown, refused }) {
  const kept = await memory(link);
  let pause = FIRST_PAUSE;
  let timer = null;
  let busy = false;

  async function tell(offline) {
    told({ waiting: (await kept.all()).sort((one, other) => one.at - other.at), offline });
  }

  function later(after) {
    clearTimeout(timer);
    timer = setTimeout(flush, after ?? pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  async function send(item) {
    const photo = item.kind === 'photos';
    const giveUp = new AbortController();
    setTimeout(() => giveUp.abort(), PATIENCE);
    return fetch(`${base}/${item.kind}`, {
      method: 'POST',
      signal: giveUp.signal,
      headers: photo
        ? { 'Content-Type': 'image/jpeg', 'Idempotency-Key': item.key, 'Taken-At': new Date(item.at).toISOString() }
        : { 'Content-Type': 'application/json' },
      body: photo ? new Blob([item.body], { type: 'image/jpeg' }) : JSON.stringify(item.body)
    });
  }

  /** Whether the next one may be tried at once. */
  async function one(item) {
    let answer;
    try {
      answer = await send(item);
    } catch (offline) {
      await tell(true);
      later();
      return false;
    }
    if (answer.status === 429 || answer.status >= 500) {
      await tell(true);
      later(1000 * Number(answer.headers.get('Retry-After')) || undefined);
      return false;
    }
    pause = FIRST_PAUSE;
    const said = await answer.json().catch(() => ({}));
    await kept.drop(item.key);
    if (answer.ok) {
      shown(item, said);
    } else {
      refused(item, answer.status, said);
    }
    return true;
  }

  async function flush() {
    if (busy) {
      return;
    }
    busy = true;
    clearTimeout(timer);
    try {
      let items = (await kept.all()).sort((first, second) => first.at - second.at);
      while (items.length && (await one(items[0]))) {
        items = (await kept.all()).sort((first, second) => first.at - second.at);
        await tell(false);
      }
    } finally {
      busy = false;
    }
  }

  addEventListener('online', () => {
    pause = FIRST_PAUSE;
    flush();
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && flush());
  await tell(!navigator.onLine);
  flush();

  return {
    /** Keeps something and sends it as soon as that is possible. */
    async add(kind, body) {
      await kept.put({ key: newKey(), link, kind, body, at: Date.now() });
      await tell(!navigator.onLine);
      flush();
    }
  };
}

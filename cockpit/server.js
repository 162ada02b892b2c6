// What these pages know comes from the plugin's own resources, which check what the user may see.

export function connect(api, application) {
  const base = `${api[application + 'Api']}/plugin/journey/${encodeURIComponent(api.engine)}/`;
  return {
    get: (path, query) => call('GET', base + path + questions(query)),
    post: (path, form, key) => call('POST', base + path, {
      'X-XSRF-TOKEN': api.CSRFToken,
      ...(form ? { 'Content-Type': 'application/json', 'Idempotency-Key': key } : {})
    }, form && JSON.stringify(form)),
    /** Where a file is to be had. */
    address: (path, query) => base + path + questions(query)
  };
}

/** Camunda tells plugins on diagrams the page's whole address in place of the engine's name, which is a part of it. */
export function connectDiagram(api) {
  const [, engine] = /\/app\/cockpit\/([^/?#]+)/.exec(location.pathname) ?? [];
  return connect(engine ? { ...api, engine: decodeURIComponent(engine) } : api, 'cockpit');
}

function questions(query) {
  const asked = Object.entries(query || {}).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return asked.length ? '?' + new URLSearchParams(asked) : '';
}

export async function call(method, address, headers, body) {
  let answer;
  try {
    answer = await fetch(address, {
      method,
      headers: { Accept: 'application/json', ...headers },
      body,
      credentials: 'same-origin'
    });
  } catch {
    throw new Refused(0, 'The server does not answer. It is asked again in a moment.');
  }
  if (answer.ok) {
    return answer.status === 204 ? null : answer.json();
  }
  const problem = await answer.json().catch(() => ({}));
  throw new Refused(answer.status, answer.status === 401 ? 'You are logged out.' : problem.detail || problem.message, problem);
}

export class Refused extends Error {
  constructor(status, message, problem) {
    super(message || `The server answered with ${status}.`);
    this.status = status;
    this.problem = problem || {};
  }
}

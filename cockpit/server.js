// What these pages know comes from the plugin's own resources, which check what the user may see.

export function connect(api, application) {
  const base = `${api[application + 'Api']}/plugin/journey/${encodeURIComponent(api.engine)}/`;
  return {
    get: (path, query) => call('GET', base + path + questions(query)),
    post: path => call('POST', base + path, { 'X-XSRF-TOKEN': api.CSRFToken })
  };
}

function questions(query) {
  const asked = Object.entries(query || {}).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return asked.length ? '?' + new URLSearchParams(asked) : '';
}

export async function call(method, address, headers) {
  let answer;
  try {
    answer = await fetch(address, {
      method,
      headers: { Accept: 'application/json', ...headers },
      credentials: 'same-origin'
    });
  } catch {
    throw new Refused(0, 'The server does not answer. It is asked again in a moment.');
  }
  if (answer.ok) {
    return answer.json();
  }
  const problem = await answer.json().catch(() => ({}));
  throw new Refused(answer.status, answer.status === 401 ? 'You are logged out.' : problem.detail || problem.message);
}

export class Refused extends Error {
  constructor(status, message) {
    super(message || `The server answered with ${status}.`);
    this.status = status;
  }
}

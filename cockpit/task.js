// The brief beside a task's form, whatever form it has. Opening it is reading it.
import { Brief } from './brief.js';
import { Timeline } from './timeline.js';
import { h, Shown, useCallback, useEffect, useReading, useState } from './view.js';

function useBrief(server, taskId) {
  const path = 'tasks/' + encodeURIComponent(taskId);
  const reading = useReading(() => server.get(path), [server, taskId]);
  const [failed, setFailed] = useState('');
  const acknowledge = useCallback(
    () => server.post(path + '/acknowledged').then(brief => {
      setFailed('');
      reading.set(brief);
    }, error => setFailed(error.message)),
    [server, taskId]
  );
  const reader = reading.data && reading.data.task;
  const opened = Boolean(reader && reader.mine && reader.unread);
  useEffect(() => {
    if (opened) {
      acknowledge();
    }
  }, [opened, acknowledge]);
  return { reading, acknowledge, failed };
}

function Reader({ task, acknowledge, failed }) {
  if (failed) {
    return h('p', { class: 'journey-late', role: 'alert' }, `That you have read it could not be kept: ${failed}`);
  }
  return task.unread && !task.mine
    ? h('p', null, [
        h('span', { class: 'journey-late' }, [h('bdi', null, task.party), ' has not read this yet. ']),
        h('button', { type: 'button', class: 'btn btn-default btn-sm', onClick: acknowledge }, 'Read on their behalf')
      ])
    : null;
}

export function Task({ server, taskId, whole }) {
  const { reading, acknowledge, failed } = useBrief(server, taskId);
  const timeline = (after, limit) => server.get(`tasks/${encodeURIComponent(taskId)}/timeline`, { after, limit });
  if (!whole && reading.error && reading.error.status === 404) {
    return null;
  }
  return h(Shown, { reading, what: 'case of a journey' }, brief =>
    h('div', null, [
      h(Reader, { task: brief.task, acknowledge, failed }),
      h(Brief, { brief }),
      whole ? h(Timeline, { read: timeline, about: taskId }) : null
    ])
  );
}

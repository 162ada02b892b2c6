// The brief beside a task's form, whatever form it has. Opening it is reading it.
import { Short } from './brief.js';
import { Story } from './case.js';
import { h, mount, Shown, sweep, useCallback, useEffect, useReading, useState } from './view.js';

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

/** The tab of a task. */
export function Task({ server, taskId }) {
  const { reading, acknowledge, failed } = useBrief(server, taskId);
  return h(Shown, { reading, what: 'case of a journey' }, brief =>
    h('div', null, [
      h(Reader, { task: brief.task, acknowledge, failed }),
      h(Story, { server, path: `tasks/${encodeURIComponent(taskId)}`, brief, again: reading.again })
    ])
  );
}

/** Above the tabs, so that it can be read while the form is filled in; nothing where the task belongs to no case. */
function Beside({ server, taskId }) {
  const { reading, acknowledge, failed } = useBrief(server, taskId);
  if (!reading.data) {
    return null;
  }
  return h('details', { open: true }, [
    h('summary', null, 'The journey so far'),
    h(Reader, { task: reading.data.task, acknowledge, failed }),
    h(Short, { brief: reading.data })
  ]);
}

/** Tasklist has no place beside a form: its tabs are one behind the other. So a place is made above them. */
export function keepBeside(node, server) {
  const place = () => {
    if (node.isConnected) {
      const taskId = new URLSearchParams(window.location.hash.split('?')[1] || '').get('task');
      const tabs = document.querySelector('.task-card .tabbed-content');
      const beside = tabs && tabs.parentNode.querySelector(':scope > .journey-beside');
      if (tabs && taskId && (!beside || beside.dataset.task !== taskId)) {
        if (beside) {
          beside.remove();
          sweep();
        }
        const made = document.createElement('aside');
        made.className = 'journey-beside';
        made.dataset.task = taskId;
        tabs.before(made);
        mount(made, h(Beside, { key: taskId, server, taskId }));
      }
    }
  };
  const watch = new MutationObserver(place);
  watch.observe(document.body, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
    sweep();
  };
}

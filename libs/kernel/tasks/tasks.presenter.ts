import { isLate, type Task } from './task.js';
import type { TaskView } from './tasks.dto.js';

export function taskForReader(task: Task, today: string): TaskView {
  const { title, note, path, dueOn, since, isOfOthers = false } = task;
  return {
    title: { nl: title.nl, en: title.en },
    note: note ? { nl: note.nl, en: note.en } : null,
    path,
    dueOn: dueOn ?? null,
    since: since?.toISOString() ?? null,
    isLate: isLate(task, today),
    isOfOthers,
  };
}

import { Day, Flag, Instant, Line, List, Nested } from '@weerbaar/kernel/http';

export class TaskTextView {
  @Line({ max: 400, description: 'Dutch' })
  nl: string;

  @Line({ max: 400, description: 'English' })
  en: string;
}

export class TaskView {
  @Nested(() => TaskTextView, { description: 'What is to be done' })
  title: TaskTextView;

  @Nested(() => TaskTextView, { optional: true })
  note: TaskTextView | null;

  @Line({ max: 300, description: 'Where in the application it can be dealt with' })
  path: string;

  @Day({ optional: true, description: 'The last day on which it is in time' })
  dueOn: string | null;

  @Instant({ optional: true, description: 'Since when it waits' })
  since: string | null;

  @Flag()
  isLate: boolean;

  @Flag({ description: 'Somebody else has to do it; you may want to know' })
  isOfOthers: boolean;
}

export class TasksView {
  @List(() => TaskView, { max: 1000, description: 'What presses most comes first' })
  tasks: TaskView[];
}

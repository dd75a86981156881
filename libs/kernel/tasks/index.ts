export { type Task } from './task.js';
export { TaskRegistry } from './task-registry.js';
export { TasksModule } from './tasks.module.js';

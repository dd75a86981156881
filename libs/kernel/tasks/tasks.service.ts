import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { inOrder, type Task } from './task.js';
import { TaskRegistry } from './task-registry.js';

@Injectable()
export class TasksService {
  constructor(
    private readonly registry: TaskRegistry,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** What waits for the actor, in the order in which it presses. */
  current(actor: Actor): Promise<{ readonly tasks: readonly Task[]; readonly today: string }> {
    return this.transactions.run(async () => {
      const tasks: Task[] = [];
      for (const source of this.registry.all()) tasks.push(...(await source.tasksFor(actor)));
      const today = this.clock.today();
      return { tasks: inOrder(tasks, today), today };
    });
  }
}

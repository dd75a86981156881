import { Injectable } from '@nestjs/common';
import type { TaskSource } from './task.js';

/** Everything that can wait for somebody. A part plugs in by registering at start; the start page needs no change. */
@Injectable()
export class TaskRegistry {
  private readonly sources = new Map<string, TaskSource>();

  /** @throws Error when there is a source of that id already. */
  register(source: TaskSource): void {
    if (this.sources.has(source.id)) throw new Error(`tasks of ${source.id} are registered twice`);
    this.sources.set(source.id, source);
  }

  /** In the order of their ids, whatever the order of start. */
  all(): readonly TaskSource[] {
    return [...this.sources.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }
}

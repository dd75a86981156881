import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds } from '@weerbaar/kernel/access';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { type Task, TaskRegistry } from '@weerbaar/kernel/tasks';
import type { BuildingBlock } from './building-block/building-block.entity.js';
import { mayManageSet, owns } from './building-block/building-block.policy.js';
import { BuildingBlockRepository } from './building-block/building-block.repository.js';
import { cataloguePermissions } from './catalogue.permissions.js';

const wholeList = { page: 1, pageSize: 200 } as const;

/** Blocks past their review date: each for its owner, and all together for whoever runs the system. */
@Injectable()
export class CatalogueTasks implements OnModuleInit {
  constructor(
    private readonly registry: TaskRegistry,
    private readonly blocks: BuildingBlockRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register({ id: 'catalogue', tasksFor: (actor) => this.tasksFor(actor) });
  }

  private async tasksFor(actor: Actor): Promise<readonly Task[]> {
    if (!holds(actor, cataloguePermissions.read)) return [];
    const filter = { includeEnded: false, reviewOverdue: true };
    const [overdue] = await this.blocks.list(filter, wholeList, this.clock.today());
    const own = overdue.filter((block) => owns(actor, block));
    const others = overdue.filter((block) => !own.includes(block));
    return [
      ...own.map(ownReview),
      ...(others.length > 0 && mayManageSet(actor).allowed ? [reviewsOfOthers(others)] : []),
    ];
  }
}

function ownReview({ id, code, name, nextReviewOn }: BuildingBlock): Task {
  return {
    title: { nl: `Bouwsteen ${code} ${name} herzien`, en: `Review building block ${code} ${name}` },
    path: `/building-blocks/${id}`,
    ...dueOn(nextReviewOn),
  };
}

function reviewsOfOthers(blocks: readonly BuildingBlock[]): Task {
  const [oldest = null] = blocks.flatMap(({ nextReviewOn }) => nextReviewOn ?? []).toSorted();
  const { length } = blocks;
  return {
    title:
      length === 1
        ? {
            nl: '1 bouwsteen van een ander is over de herzieningsdatum',
            en: '1 building block of somebody else is past its review date',
          }
        : {
            nl: `${length} bouwstenen van anderen zijn over de herzieningsdatum`,
            en: `${length} building blocks of others are past their review dates`,
          },
    path: '/building-blocks?review=overdue',
    ...dueOn(oldest),
  };
}

function dueOn(day: string | null): Pick<Task, 'dueOn'> {
  return day === null ? {} : { dueOn: day };
}

import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual, Not } from 'typeorm';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import type { ThemeCode } from '../theme/theme.js';
import { BuildingBlock } from './building-block.entity.js';

export interface BuildingBlockFilter {
  readonly theme?: ThemeCode;
  /** Also blocks that ended before today. */
  readonly includeEnded: boolean;
  /** Only blocks that should have been reviewed before today. */
  readonly reviewOverdue: boolean;
}

const inOrder = { theme: 'asc', position: 'asc', code: 'asc', id: 'asc' } as const;

/** Days are `yyyy-mm-dd`. */
/** From the first to the last, of which null is none yet. */
export interface Days {
  readonly from: string;
  readonly to: string | null;
}

@Injectable()
export class BuildingBlockRepository extends VersionedRepository<BuildingBlock> {
  constructor(transactions: TransactionRunner) {
    super(BuildingBlock, transactions);
  }

  list(filter: BuildingBlockFilter, page: PageRequest, today: string): Promise<[BuildingBlock[], number]> {
    const { skip, take } = limits(page);
    const query = this.rows.createQueryBuilder('block').orderBy('block.theme').addOrderBy('block.position');
    query.addOrderBy('block.code').addOrderBy('block.id').offset(skip).limit(take);
    if (filter.theme) query.andWhere('block.theme = :theme', { theme: filter.theme });
    if (!filter.includeEnded) query.andWhere('(block.validTo is null or block.validTo >= :today)', { today });
    if (filter.reviewOverdue) query.andWhere('block.nextReviewOn < :today', { today });
    return query.getManyAndCount();
  }

  inForceOn(day: string): Promise<BuildingBlock[]> {
    const begun = { validFrom: LessThanOrEqual(day) };
    return this.rows.find({
      where: [
        { ...begun, validTo: IsNull() },
        { ...begun, validTo: MoreThanOrEqual(day) },
      ],
      order: inOrder,
    });
  }

  byIds(ids: readonly string[]): Promise<BuildingBlock[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.rows.findBy({ id: In([...ids]) });
  }

  /** The blocks of a theme that have not ended, in their order. */
  ofTheme(theme: ThemeCode, today: string): Promise<BuildingBlock[]> {
    return this.rows.find({
      where: [
        { theme, validTo: IsNull() },
        { theme, validTo: MoreThanOrEqual(today) },
      ],
      order: inOrder,
    });
  }

  /** Until this transaction ends nobody else orders the blocks of a theme: what is read after it is what is there. */
  async holdTheme(theme: ThemeCode): Promise<void> {
    await this.transactions.manager.query(
      'select id from building_block where theme = $1 order by id for update',
      [theme],
    );
  }

  async addAll(blocks: readonly BuildingBlock[]): Promise<void> {
    await this.rows.insert([...blocks]);
  }

  /** Whether another block bears this code on one of these days. */
  isCodeTaken(code: string, days: Days, exceptId: string | null): Promise<boolean> {
    const other = {
      code,
      ...(days.to !== null && { validFrom: LessThanOrEqual(days.to) }),
      ...(exceptId !== null && { id: Not(exceptId) }),
    };
    return this.rows.existsBy([
      { ...other, validTo: IsNull() },
      { ...other, validTo: MoreThanOrEqual(days.from) },
    ]);
  }

  async lastPosition(theme: ThemeCode): Promise<number> {
    return (await this.rows.maximum('position', { theme })) ?? 0;
  }

  async planReview(id: string, nextReviewOn: string): Promise<void> {
    await this.rows.update({ id }, { nextReviewOn });
  }

  /** Positions from 1 in the order given; blocks that stay where they are keep their version. */
  async reorder(ids: readonly string[]): Promise<void> {
    await this.transactions.manager.query(
      `update building_block as block set position = wanted.position, version = version + 1
         from unnest($1::uuid[]) with ordinality as wanted (id, position)
        where block.id = wanted.id and block.position <> wanted.position`,
      [ids],
    );
  }
}

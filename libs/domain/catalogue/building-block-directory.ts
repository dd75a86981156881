import type { ThemeCode } from './theme/theme.js';

export interface KnownBuildingBlock {
  readonly id: string;
  /** Theme and letter, such as `3a`. */
  readonly code: string;
  /** As this organisation calls it. */
  readonly name: string;
  readonly theme: ThemeCode;
}

/** What neighbours may know of building blocks. Inside a transaction only. Days are `yyyy-mm-dd`. */
export abstract class BuildingBlockDirectory {
  /** Blocks by id, also those that have ended; an id that does not exist in this organisation is left out. */
  abstract byIds(ids: readonly string[]): Promise<ReadonlyMap<string, KnownBuildingBlock>>;

  /**
   * The block something new is about. A block that begins later may be planned for.
   * @throws Problem `invalid-input` at `path` when it does not exist in this organisation or has ended.
   */
  abstract requireInForce(buildingBlockId: string, path: string): Promise<void>;

  /** Those of the blocks about which nothing new can be: they have ended. */
  abstract ended(ids: readonly string[]): Promise<ReadonlySet<string>>;

  /** The blocks in force on a day, by theme and in the organisation's order. */
  abstract inForceOn(day: string): Promise<readonly KnownBuildingBlock[]>;
}

import { Injectable } from '@nestjs/common';
import type { FigureDefinition, FigureSource } from '@weerbaar/core/figures';

/**
 * All figures of the product. A register plugs in by registering its figures at start; the
 * dashboards and reports that show them need no change.
 */
@Injectable()
export class FigureRegistry {
  private readonly sources = new Map<string, FigureSource>();

  /** @throws Error when a figure of that id is there already: two definitions of one number would be a lie. */
  register(...sources: readonly FigureSource[]): void {
    for (const source of sources) {
      const { id } = source.definition;
      if (this.sources.has(id)) throw new Error(`figure ${id} is registered twice`);
      this.sources.set(id, source);
    }
  }

  /** In the order of their ids, so that a snapshot does not depend on the order of start. */
  all(): readonly FigureSource[] {
    return [...this.sources.values()].toSorted((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
  }

  definition(id: string): FigureDefinition | undefined {
    return this.sources.get(id)?.definition;
  }
}

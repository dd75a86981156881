import { covers, nearestDay, onDay, type Period, type Timeline, wholeOf } from '../period/timeline.js';

/** Departments or functions by the codes they had, have and will have. */
export class CodeBook {
  private readonly ids = new Map<string, Set<string>>();

  constructor(private readonly timelines: ReadonlyMap<string, Timeline<{ readonly code: string }>>) {
    for (const [id, timeline] of timelines)
      for (const { code } of timeline) this.ids.set(code, (this.ids.get(code) ?? new Set()).add(id));
  }

  /** What has this code on a day; or else has it on another day. Undefined: nothing ever. */
  idOf(code: string, day: string): string | undefined {
    const ids = [...(this.ids.get(code) ?? [])];
    return ids.find((id) => onDay(this.timelines.get(id) ?? [], day)?.code === code) ?? ids[0];
  }

  /** As it is on a day, or was or will be nearest to it. */
  codeOf(id: string, day: string): string | null {
    const timeline = this.timelines.get(id) ?? [];
    const whole = wholeOf(timeline);
    return (whole && onDay(timeline, nearestDay(whole, day))?.code) ?? null;
  }

  isThere(id: string, during: Period): boolean {
    return covers(wholeOf(this.timelines.get(id) ?? []), during);
  }
}

import { Injectable } from '@nestjs/common';
import { type NoticeKind, unknownKind } from './notice-kind.js';

const codePattern = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;

/** All kinds of notices of the product. A part plugs in by registering its own at start. */
@Injectable()
export class NoticeKinds {
  private readonly kinds = new Map<string, NoticeKind>();

  /** @throws Error when a code can't be, or is there already. */
  register(...kinds: readonly NoticeKind[]): void {
    for (const kind of kinds) {
      if (!codePattern.test(kind.code))
        throw new Error(`notice kind "${kind.code}": a code reads <part>.<what-it-is>`);
      if (this.kinds.has(kind.code)) throw new Error(`notice kind ${kind.code} is registered twice`);
      this.kinds.set(kind.code, kind);
    }
  }

  /** @throws Error when nobody registered it: a notice of it could be stored and never be put in words. */
  requireKnown({ code }: NoticeKind): void {
    if (!this.kinds.has(code)) throw new Error(`notice kind ${code} is not registered`);
  }

  /** The kind of a stored notice; a version that knew more kinds may have stored it. */
  named(code: string): NoticeKind {
    return this.kinds.get(code) ?? unknownKind;
  }

  get urgentCodes(): readonly string[] {
    return [...this.kinds.values()].filter(({ urgent }) => urgent).map(({ code }) => code);
  }
}

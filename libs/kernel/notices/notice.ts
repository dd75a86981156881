import type { Language } from '@weerbaar/core/figures';
import type { NoticeKind } from './notice-kind.js';

/** That something waits for somebody: of which kind, where it is and until when; never what it is. */
export interface NewNotice {
  readonly kind: NoticeKind;
  /** Who is told. Whoever does it, and who has no account that signs in, is left out. */
  readonly personIds: readonly string[];
  /** The record it is about, or that of each person; by it a part takes back what waits no longer. */
  readonly subjectId: string | ((personId: string) => string);
  /** Where it can be done: a path of the application, of words and ids. */
  readonly path: string;
  /** The day (`yyyy-mm-dd`) by which it should be done. */
  readonly dueOn?: string | null;
}

/** A notice as it stands in a mail. */
export interface StoredNotice {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly dueOn: string | null;
}

/** A mail that is to be sent, with whom it goes to as that is now. */
export interface NoticeMail {
  readonly id: string;
  readonly isDigest: boolean;
  /** Null: nobody signs in any more, or there is no address. */
  readonly address: string | null;
  readonly language: Language;
  readonly notices: readonly StoredNotice[];
}

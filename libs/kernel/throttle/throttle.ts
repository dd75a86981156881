import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { SecretBox } from '@weerbaar/kernel/secrets';
import { AttemptCountRepository } from './attempt-count.repository.js';

/** How often something may be tried within a time. */
export interface Limit {
  /** What is limited; part of the key, so it never changes. */
  readonly name: string;
  readonly attempts: number;
  readonly minutes: number;
}

/** A limit with whom it is counted for: a sign-in name, an address, an account. */
export interface Counted {
  readonly limit: Limit;
  readonly subject: string;
}

/** Attempts that were counted, to take back when they turn out well. */
export interface CountedAttempt {
  readonly keys: readonly Buffer[];
}

/**
 * Slows down whoever guesses. The counts are in the database, so that they hold however many processes
 * there are; their keys are hashes, so that they keep no list of names or addresses.
 */
@Injectable()
export class Throttle {
  constructor(
    private readonly counts: AttemptCountRepository,
    private readonly transactions: TransactionRunner,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt before it is made: of attempts made at the same moment, no more than the limit get
   * through. It counts whether or not the subject exists, so that it tells nothing of that. In no transaction
   * that can come to nothing afterwards: the count would come to nothing with it.
   * @throws Problem `too-many-requests` with the seconds to wait. Such an attempt is not made and counts for
   * nothing: whoever goes on where one limit was reached does not use up the others.
   */
  async count(...counted: readonly Counted[]): Promise<CountedAttempt> {
    const now = this.clock.now();
    const limits = counted.map(({ limit, subject }) => ({
      key: this.secrets.keyedHash(`attempts ${limit.name}`, subject),
      limit,
      endsAt: new Date(now.getTime() + limit.minutes * 60_000),
    }));
    return this.transactions.run(async () => {
      const reached = await this.counts.add(limits, now);
      const until = limits.flatMap(({ key, limit }) => {
        const count = reached.get(key.toString('hex'));
        return count && count.attempts > limit.attempts ? [count.endsAt.getTime()] : [];
      });
      if (until.length > 0) throw tooMany(Math.ceil((Math.max(...until) - now.getTime()) / 1000));
      return { keys: limits.map(({ key }) => key) };
    });
  }

  /** It went well: it was no guess. Works inside `TransactionRunner.run()`. */
  takeBack({ keys }: CountedAttempt): Promise<void> {
    return this.counts.takeBack(keys);
  }

  /** Counts whose time is over. */
  forgetEnded(): Promise<void> {
    return this.transactions.run(() => this.counts.removeEnded(this.clock.now()));
  }
}

function tooMany(seconds: number): Problem {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return new Problem('too-many-requests', {
    retryAfterSeconds: Math.max(1, seconds),
    detail: {
      nl: `Er is te vaak geprobeerd. Probeer het over ${minutes === 1 ? 'een minuut' : `${minutes} minuten`} opnieuw.`,
      en: `There were too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    },
  });
}

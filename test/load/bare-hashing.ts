/** A process that does nothing but check passwords, so many at a time: what signing in can't do without. */
import { hashPassword, verifyPassword } from '@weerbaar/kernel/identity';

export interface BareHashing {
  readonly password: string;
  readonly concurrency: number;
  readonly milliseconds: number;
}

/** Checks a second. */
async function hash({ password, concurrency, milliseconds }: BareHashing): Promise<number> {
  const known = await hashPassword(password);
  let checks = 0;
  const begun = performance.now();
  const keepChecking = async (): Promise<void> => {
    while (performance.now() - begun < milliseconds) {
      await verifyPassword(known, password);
      checks += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, keepChecking));
  return (checks * 1000) / (performance.now() - begun);
}

process.on('message', (order: BareHashing) => {
  void hash(order).then((answer) => process.send?.(answer));
});
process.once('disconnect', () => process.exit());

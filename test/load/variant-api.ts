/**
 * The API as it is shipped, less one thing: what that thing costs is the difference with the real one. Which thing is
 * told by its parent.
 */
import { AccessGuard, Identification, type IdentifiedRequest } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { processSettings } from '@weerbaar/kernel/config';
import type { ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../apps/api/create-api.js';

export type Without = 'authorisation' | 'audit';

const takeAway: Readonly<Record<Without, (api: NestFastifyApplication) => void>> = {
  /** Who it is is still looked up, as a page for everybody who is signed in would; what they may do is not asked. */
  authorisation: (api) => {
    const identification = api.get(Identification);
    AccessGuard.prototype.canActivate = async (context: ExecutionContext) => {
      const request = context.switchToHttp().getRequest<IdentifiedRequest & object>();
      const identity = await identification.identify(request);
      if (identity) request.identity = identity;
      return true;
    };
  },
  audit: (api) => {
    api.get(AuditLog).record = () => Promise.resolve();
  },
};

async function serve(without: Without): Promise<void> {
  const settings = processSettings(['DATABASE_URL', 'WEERBAAR_SECRET']);
  const api = await createApi(settings);
  takeAway[without](api);
  await api.listen(settings.WEERBAAR_PORT, settings.WEERBAAR_LISTEN);
}

process.once('message', ({ without }: { without: Without }) => {
  void serve(without).then(() => process.send?.('listening'));
});
process.once('disconnect', () => process.exit());

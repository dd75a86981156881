import { processSettings } from '@weerbaar/kernel/config';
import { runProcess } from '@weerbaar/kernel/lifecycle';
import { createApi } from './create-api.js';

await runProcess(async () => {
  const settings = processSettings(['DATABASE_URL', 'WEERBAAR_SECRET']);
  const api = await createApi(settings);
  await api.listen(settings.WEERBAAR_PORT, settings.WEERBAAR_LISTEN);
  return api;
});

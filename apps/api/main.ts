import { processSettings } from '@weerbaar/kernel/config';
import { exitWithParent } from '@weerbaar/kernel/lifecycle';
import { createApi } from './create-api.js';

const settings = processSettings(['DATABASE_URL']);
const app = await createApi(settings);
exitWithParent(() => app.close());
await app.listen(settings.WEERBAAR_PORT, settings.WEERBAAR_LISTEN);

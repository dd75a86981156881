import type { AdoptionRouteView } from './adoption-route.dto.js';
import type { AdoptionRoute } from './adoption-route.entity.js';

export function forReader({ id, version, steps }: AdoptionRoute): AdoptionRouteView {
  return {
    id,
    version,
    steps: steps.map(({ sequence, body, nameNl, nameEn, kind, recordedByRole }) => ({
      sequence,
      body,
      nameNl,
      nameEn,
      kind,
      recordedByRole,
    })),
  };
}

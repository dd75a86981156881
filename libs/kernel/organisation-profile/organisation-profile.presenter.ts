import type { OrganisationProfileView } from './organisation-profile.dto.js';
import type { OrganisationProfile } from './organisation-profile.entity.js';

export function forPublic({
  id,
  version,
  name,
  contactName,
  contactPhone,
  contactEmail,
}: OrganisationProfile): OrganisationProfileView {
  return { id, version, name, contactName, contactPhone, contactEmail };
}

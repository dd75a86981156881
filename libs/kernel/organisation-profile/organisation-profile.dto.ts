import { Identifier, Line, WholeNumber } from '@weerbaar/kernel/http';

const phone = { max: 30, pattern: /^\+?[\d ()-]{3,}$/ } as const;
const email = { max: 254, pattern: /^[^\s@]+@[^\s@]+$/ } as const;

export class OrganisationProfileChange {
  @Line({ max: 200, omittable: true })
  name?: string;

  @Line({ max: 200, optional: true, description: 'Whom people ask about Weerbaar: a person or a desk' })
  contactName?: string | null;

  @Line({ ...phone, optional: true })
  contactPhone?: string | null;

  @Line({ ...email, optional: true })
  contactEmail?: string | null;
}

export class OrganisationProfileView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Line({ max: 200 })
  name: string;

  @Line({ max: 200, optional: true, description: 'Whom people ask about Weerbaar: a person or a desk' })
  contactName: string | null;

  @Line({ ...phone, optional: true })
  contactPhone: string | null;

  @Line({ ...email, optional: true })
  contactEmail: string | null;
}

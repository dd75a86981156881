import { Identifier, Line, MailAddress, WholeNumber } from '@weerbaar/kernel/http';

const phone = { max: 30, pattern: /^\+?[\d ()-]{3,}$/ } as const;

export class OrganisationProfileChange {
  @Line({ max: 200, omittable: true })
  name?: string;

  @Line({ max: 200, optional: true, description: 'Whom people ask about Weerbaar: a person or a desk' })
  contactName?: string | null;

  @Line({ ...phone, optional: true })
  contactPhone?: string | null;

  @MailAddress({ optional: true })
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

  @MailAddress({ optional: true })
  contactEmail: string | null;
}

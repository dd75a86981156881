import { Identifier, Text, WholeNumber } from '@weerbaar/kernel/http';

export class NewPersonInput {
  @Text({ max: 200 })
  name: string;

  @Text({ max: 200, optional: true })
  jobTitle?: string | null;

  @Text({ max: 254, format: 'email', optional: true })
  email?: string | null;
}

/** A colleague as every colleague may see them: who and what, not how to be reached at home. */
export class PersonView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 200, optional: true })
  jobTitle: string | null;
}

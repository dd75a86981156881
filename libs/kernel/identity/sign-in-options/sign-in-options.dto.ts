import { Flag, Line } from '@weerbaar/kernel/http';

export class SignInOptionsView {
  @Line({ max: 200, description: 'The name of the organisation at this address' })
  organisationName: string;

  @Flag({ description: 'Whether one can sign in at an identity provider: see provider-sign-ins' })
  hasProvider: boolean;

  @Flag({ description: 'Whether that can vouch for a second factor as well: `stepUp` of provider-sign-ins' })
  providerStepsUp: boolean;

  @Flag({
    description: 'Whether this is for trying out, with invented people and mails that stay here: /demo/mail',
  })
  isTrial: boolean;
}

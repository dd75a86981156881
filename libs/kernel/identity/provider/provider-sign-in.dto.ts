import { Flag, Line } from '@weerbaar/kernel/http';
import { returnPathPattern } from './return-path.js';

export class ProviderSignInInput {
  @Line({
    max: 500,
    pattern: returnPathPattern,
    description: 'Where to come back to: a path of this application',
  })
  returnPath: string;

  @Flag({ omittable: true, description: 'Ask the provider for a second factor, so that all roles count' })
  stepUp: boolean = false;

  @Line({ max: 100, optional: true, description: 'The token of a one-time link, to tie its account' })
  invitation?: string | null;
}

export class ProviderSignInView {
  @Line({ max: 4_000, format: 'uri', description: 'Send the browser here; it comes back by itself' })
  address: string;
}

import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import type { HttpRequest } from '@weerbaar/kernel/http';
import { type ProvenSignIn, ProviderSignIns } from './provider-sign-in.service.js';

type Done = (error: unknown, proven: ProvenSignIn | null) => void;

/** Hands the whole request to `validate`, as the answer of a provider is all over it: address, cookie, host. */
class RequestStrategy extends passport.Strategy {
  constructor(private readonly validating: (request: HttpRequest, done: Done) => void) {
    super();
  }

  override authenticate(request: unknown): void {
    this.validating(request as HttpRequest, (error, proven) =>
      proven ? this.success(proven) : this.error(error),
    );
  }
}

/** Signing in at the identity provider of the organisation: OpenID Connect, by the Dutch government profile. */
@Injectable()
export class ProviderStrategy extends PassportStrategy(RequestStrategy, 'provider') {
  constructor(private readonly signIns: ProviderSignIns) {
    super();
  }

  validate(request: HttpRequest): Promise<ProvenSignIn> {
    return this.signIns.prove(request);
  }
}

@Injectable()
export class ProviderGuard extends AuthGuard('provider') {}

import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  currentContext,
  type Role,
  runInContext,
  serviceActor,
  type ServiceActor,
  operatorActor,
  systemActor,
} from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import { AccessGuard } from './access.guard.js';
import type { Assurance } from './assurance.js';
import { Identification, type Identity, identityOf, ServiceIdentification } from './identification.js';
import { holds, permissions } from './permission.js';
import {
  Allow,
  AllowHalfSignedIn,
  AllowService,
  AllowSignedIn,
  type IdentifiedRequest,
  Public,
} from './route-access.js';

// Not real: the session and the framework around a request. What the whole application does is in test/isolation.

const { decide } = permissions('proof', { decide: ['integrity-adviser'] });

class Routes {
  @Public('to see')
  open() {}

  @AllowHalfSignedIn('to see')
  half() {}

  @AllowSignedIn('to see')
  signedIn() {}

  @Allow(decide)
  permitted() {}

  @AllowService('to see')
  forService() {}

  forgotten() {}
}

class Known extends Identification {
  constructor(private readonly identity: Identity | undefined) {
    super();
  }

  identify() {
    return Promise.resolve(this.identity);
  }
}

class KnownService extends ServiceIdentification {
  constructor(private readonly service: ServiceActor | undefined) {
    super();
  }

  identify() {
    return Promise.resolve(this.service);
  }
}

function somebody(assurance: Assurance, ...roles: Role[]): Identity {
  return identityOf({ sessionId: 's', accountId: 'account', personId: 'p', assurance, roles });
}

interface Outcome {
  readonly answer: string;
  readonly request: IdentifiedRequest;
  readonly actsAs: string | null;
}

/** What comes of a request: `in`, or why not. */
function ask(route: keyof Routes, identity: Identity | undefined, service?: ServiceActor): Promise<Outcome> {
  const request: IdentifiedRequest = {};
  const context = {
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
  const guard = new AccessGuard(new Reflector(), new Known(identity), new KnownService(service));
  return runInContext({ organisationId: 'o', actorId: null, correlationId: 'c', origin: 'web' }, async () => {
    const answer = await guard.canActivate(context).then(
      (allowed) => (allowed ? 'in' : 'out'),
      (error: unknown) => (error instanceof Problem ? error.type : String(error)),
    );
    return { answer, request, actsAs: currentContext().actorId };
  });
}

describe('the guard of every route', () => {
  const situations: readonly (readonly [string, Identity | undefined, Record<keyof Routes, string>])[] = [
    [
      'nobody',
      undefined,
      {
        open: 'in',
        half: 'not-signed-in',
        signedIn: 'not-signed-in',
        permitted: 'not-signed-in',
        forService: 'not-signed-in',
        forgotten: 'Error: route without access declaration',
      },
    ],
    [
      'who still has to give the second factor',
      somebody('pending', 'integrity-adviser'),
      {
        open: 'in',
        half: 'in',
        signedIn: 'step-up-needed',
        permitted: 'step-up-needed',
        forService: 'not-signed-in',
        forgotten: 'Error: route without access declaration',
      },
    ],
    [
      'who has the role, and gave a password alone',
      somebody('password', 'integrity-adviser'),
      {
        open: 'in',
        half: 'in',
        signedIn: 'in',
        permitted: 'step-up-needed',
        forService: 'not-signed-in',
        forgotten: 'Error: route without access declaration',
      },
    ],
    [
      'who does not have the role, with a password',
      somebody('password', 'employee', 'auditor'),
      {
        open: 'in',
        half: 'in',
        signedIn: 'in',
        permitted: 'not-permitted',
        forService: 'not-signed-in',
        forgotten: 'Error: route without access declaration',
      },
    ],
    [
      'who has the role and gave a second factor',
      somebody('strong', 'integrity-adviser'),
      {
        open: 'in',
        half: 'in',
        signedIn: 'in',
        permitted: 'in',
        forService: 'not-signed-in',
        forgotten: 'Error: route without access declaration',
      },
    ],
  ];

  it.each(situations)('%s', async (_, identity, expected) => {
    const answers: Record<string, string> = {};
    for (const route of Object.keys(expected) as (keyof Routes)[])
      answers[route] = (await ask(route, identity)).answer;
    expect(answers).toEqual(expected);
  });

  it('does not tell whoever has the password alone which roles the account has', async () => {
    const [adviser, employee] = [somebody('pending', 'integrity-adviser'), somebody('pending', 'employee')];
    expect((await ask('permitted', adviser)).answer).toBe((await ask('permitted', employee)).answer);
  });

  it('from then on the work is for that account', async () => {
    const identity = somebody('strong', 'integrity-adviser');
    const { request, actsAs } = await ask('permitted', identity);
    expect(request.identity).toBe(identity);
    expect(actsAs).toBe('account');
  });

  it('leaves no trace of who was refused', async () => {
    const { request, actsAs } = await ask('permitted', somebody('password', 'employee'));
    expect(request).toEqual({});
    expect(actsAs).toBeNull();
  });
});

describe('a token of a service', () => {
  const service = serviceActor('token');

  it('opens the routes for it, and stands for no account', async () => {
    const { answer, request, actsAs } = await ask('forService', undefined, service);
    expect([answer, request.service, request.identity, actsAs]).toEqual(['in', service, undefined, null]);
  });

  it.each(['half', 'signedIn', 'permitted'] as const)('opens nothing else: %s', async (route) => {
    expect((await ask(route, undefined, service)).answer).toBe('not-signed-in');
  });

  it('needs a role for everything else, and has none', () => {
    expect(holds(service, decide)).toBe(false);
    expect(holds(systemActor, decide)).toBe(true);
    expect(holds(operatorActor, decide)).toBe(true);
  });
});

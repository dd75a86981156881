import { createRoute } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';
import { lazyPage } from '../shell/lazy-page.js';
import { isOwnPath } from './own-path.js';

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  staticData: { help: 'uw-account' },
  component: lazyPage(() => import('./account.page.js'), 'AccountPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => inside,
  path: '/account/second-factor',
  staticData: { help: 'inloggen#het-tweede-bewijs-instellen' },
  component: lazyPage(() => import('./second-factor.page.js'), 'SecondFactorPage'),
});

const mail = createRoute({
  getParentRoute: () => inside,
  path: '/account/mail',
  staticData: { help: 'uw-account#mail' },
  component: lazyPage(() => import('./mail.page.js'), 'MailPage'),
});

const password = createRoute({
  getParentRoute: () => inside,
  path: '/account/password',
  staticData: { help: 'uw-account#wachtwoord-wijzigen' },
  component: lazyPage(() => import('./password.page.js'), 'PasswordPage'),
});

const proof = createRoute({
  getParentRoute: () => inside,
  path: '/account/proof',
  staticData: { help: 'inloggen#het-tweede-bewijs-geven' },
  component: lazyPage(() => import('./proof.page.js'), 'ProofPage'),
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } => (isOwnPath(to) ? { to } : {}),
});

export const accountRoutes = [account, mail, password, proof, secondFactor] as const;

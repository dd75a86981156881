import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  staticData: { help: 'uw-account' },
  component: lazyRouteComponent(() => import('./account.page.js'), 'AccountPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => inside,
  path: '/account/second-factor',
  staticData: { help: 'inloggen#het-tweede-bewijs-instellen' },
  component: lazyRouteComponent(() => import('./second-factor.page.js'), 'SecondFactorPage'),
});

const mail = createRoute({
  getParentRoute: () => inside,
  path: '/account/mail',
  staticData: { help: 'uw-account#mail' },
  component: lazyRouteComponent(() => import('./mail.page.js'), 'MailPage'),
});

const password = createRoute({
  getParentRoute: () => inside,
  path: '/account/password',
  staticData: { help: 'uw-account#wachtwoord-wijzigen' },
  component: lazyRouteComponent(() => import('./password.page.js'), 'PasswordPage'),
});

export const accountRoutes = [account, mail, password, secondFactor] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('./account.page.js'), 'AccountPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => inside,
  path: '/account/second-factor',
  component: lazyRouteComponent(() => import('./second-factor.page.js'), 'SecondFactorPage'),
});

export const accountRoutes = [account, secondFactor] as const;

import { createRoute, createRouter } from '@tanstack/react-router';
import { isOwnPath } from './account/own-path.js';
import { accountRoutes } from './account/routes.js';
import { annualCycleRoutes } from './annual-cycle/routes.js';
import { annualDocumentRoutes } from './annual-documents/routes.js';
import { buildingBlockRoutes } from './building-blocks/routes.js';
import { helpRoutes } from './help/routes.js';
import { organisationRoutes } from './organisation/routes.js';
import { AccessibilityPage } from './pages/accessibility.page.js';
import { FailedPage } from './pages/fault.page.js';
import { rightsReviewRoutes } from './rights-review/routes.js';
import { inside, root } from './shell/inside.js';
import { lazyPage } from './shell/lazy-page.js';
import { Loading } from './shell/states.js';
import { isRefusal, type Refusal } from './sign-in/refusal.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import { SignedInPage } from './sign-in/signed-in.page.js';
import { StartPage } from './start/start.page.js';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  staticData: { help: 'inloggen' },
  component: SignInPage,
  validateSearch: (search: Record<string, unknown>): { to?: string; left?: boolean } => ({
    ...(isOwnPath(search['to']) && { to: search['to'] }),
    ...(search['left'] === true && { left: true }),
  }),
});

const refused = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/refused',
  staticData: { help: 'inloggen#als-het-niet-lukt' },
  component: lazyPage(() => import('./sign-in/refused.page.js'), 'RefusedPage'),
  validateSearch: ({ why }: Record<string, unknown>): { why?: Refusal } => (isRefusal(why) ? { why } : {}),
});

const signedIn = createRoute({
  getParentRoute: () => inside,
  path: '/signed-in',
  staticData: { help: 'inloggen#uitloggen' },
  component: SignedInPage,
});

const activation = createRoute({
  getParentRoute: () => root,
  path: '/account-activations',
  staticData: { help: 'inloggen#voor-het-eerst-een-wachtwoord-kiezen' },
  component: lazyPage(() => import('./account/activation.page.js'), 'ActivationPage'),
});

const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-resets',
  staticData: { help: 'inloggen#wachtwoord-vergeten' },
  component: lazyPage(() => import('./account/password-reset.page.js'), 'PasswordResetPage'),
});

const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  staticData: { help: 'toegankelijkheid' },
  component: AccessibilityPage,
});

const start = createRoute({
  getParentRoute: () => inside,
  path: '/',
  staticData: { help: 'startpagina' },
  component: StartPage,
});

/** The routes of each feature stand in its own folder. */
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    refused,
    activation,
    passwordReset,
    accessibility,
    ...helpRoutes,
    inside.addChildren([
      start,
      signedIn,
      ...buildingBlockRoutes,
      ...annualCycleRoutes,
      ...annualDocumentRoutes,
      ...accountRoutes,
      ...rightsReviewRoutes,
      organisationRoutes,
    ]),
  ]),
  defaultErrorComponent: FailedPage,
  defaultPendingComponent: Loading,
  defaultPreload: 'intent',
  // It would keep the visited addresses in the storage of the browser.
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

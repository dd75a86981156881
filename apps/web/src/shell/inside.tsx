import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { isProblem } from '../api/problem.js';
import { queries } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { NotFoundPage } from '../pages/fault.page.js';
import { Shell } from './shell.js';

export const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFoundPage,
});

/** Only for whoever is signed in wholly; others sign in first and come back. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await sessionNow();
    if (session && session.assurance !== 'pending') return;
    redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href }, throw: true });
  },
});

/** The session as it is known; nothing for whoever is not signed in. */
export async function sessionNow() {
  try {
    return await queryClient.query({ ...queries.session, staleTime: 'static' });
  } catch (error) {
    if (isProblem(error, 'not-signed-in')) return undefined;
    throw error;
  }
}

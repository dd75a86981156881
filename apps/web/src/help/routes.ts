import { createRoute } from '@tanstack/react-router';
import { NotFoundPage } from '../pages/fault.page.js';
import { root, sessionNow } from '../shell/inside.js';
import { lazyPage } from '../shell/lazy-page.js';
import { textIn } from '../shell/search.js';

/** Help is for everybody, also for who can't sign in; the menu of who is signed in stays around it. */
const contents = createRoute({
  getParentRoute: () => root,
  path: '/help',
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: textIn(search['q']) }),
  beforeLoad: () => sessionNow().catch(() => undefined),
  component: lazyPage(() => import('./contents.page.js'), 'ContentsPage'),
});

const topic = createRoute({
  getParentRoute: () => root,
  path: '/help/$topic',
  beforeLoad: () => sessionNow().catch(() => undefined),
  loader: async ({ params }) => (await import('./guide.js')).loadTopic(params.topic),
  component: lazyPage(() => import('./topic.page.js'), 'TopicPage'),
  notFoundComponent: NotFoundPage,
});

export const helpRoutes = [contents, topic] as const;

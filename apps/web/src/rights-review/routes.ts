import { createRoute } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';
import { lazyPage } from '../shell/lazy-page.js';
import { pageIn } from '../shell/search.js';

const ownLines = createRoute({
  getParentRoute: () => inside,
  path: '/rights-review-lines',
  staticData: { help: 'rechtencontrole#uw-regels-aftekenen' },
  validateSearch: (search: Record<string, unknown>): { page?: number } => ({ page: pageIn(search['page']) }),
  component: lazyPage(() => import('./own-lines.page.js'), 'OwnLinesPage'),
});

export const rightsReviewRoutes = [ownLines] as const;

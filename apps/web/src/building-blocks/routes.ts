import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';
import { blockSearch } from './block-search.js';

const system = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks',
  validateSearch: blockSearch,
  component: lazyRouteComponent(() => import('./system.page.js'), 'SystemPage'),
});

const block = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/$buildingBlockId',
  component: lazyRouteComponent(() => import('./block.page.js'), 'BlockPage'),
});

export const buildingBlockRoutes = [system, block] as const;

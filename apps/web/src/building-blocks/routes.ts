import { createRoute } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';
import { lazyPage } from '../shell/lazy-page.js';
import { oneOf } from '../shell/search.js';
import { blockSearch } from './block-search.js';
import { type ThemeCode, themeCodes } from './state.js';

const system = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks',
  staticData: { help: 'integriteitssysteem' },
  validateSearch: blockSearch,
  component: lazyPage(() => import('./system.page.js'), 'SystemPage'),
});

const newBlock = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/new',
  staticData: { help: 'integriteitssysteem#een-bouwsteen-toevoegen' },
  component: lazyPage(() => import('./new-block.page.js'), 'NewBlockPage'),
});

const order = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/order',
  staticData: { help: 'integriteitssysteem#de-volgorde-wijzigen' },
  validateSearch: ({ theme }: Record<string, unknown>): { theme?: ThemeCode } => {
    const known = oneOf(themeCodes, String(theme));
    return known ? { theme: known } : {};
  },
  component: lazyPage(() => import('./order.page.js'), 'OrderPage'),
});

const block = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/$buildingBlockId',
  staticData: { help: 'bouwsteen' },
  component: lazyPage(() => import('./block.page.js'), 'BlockPage'),
});

const edit = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/$buildingBlockId/edit',
  staticData: { help: 'bouwsteen#wijzigen-en-beëindigen' },
  component: lazyPage(() => import('./edit-block.page.js'), 'EditBlockPage'),
});

const end = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/$buildingBlockId/end',
  staticData: { help: 'bouwsteen#wijzigen-en-beëindigen' },
  component: lazyPage(() => import('./end-block.page.js'), 'EndBlockPage'),
});

const network = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/$buildingBlockId/network',
  staticData: { help: 'bouwsteen#het-netwerk' },
  component: lazyPage(() => import('./network.page.js'), 'NetworkPage'),
});

const assess = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/$buildingBlockId/assessments/new',
  staticData: { help: 'bouwsteen#een-bouwsteen-beoordelen' },
  component: lazyPage(() => import('./assess.page.js'), 'AssessPage'),
});

const newDocument = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/$buildingBlockId/policy-documents/new',
  staticData: { help: 'bouwsteen#documenten-vastleggen' },
  component: lazyPage(() => import('./new-document.page.js'), 'NewDocumentPage'),
});

const newVersion = createRoute({
  getParentRoute: () => inside,
  path: '/building-blocks/$buildingBlockId/policy-documents/$policyDocumentId/versions/new',
  staticData: { help: 'bouwsteen#documenten-vastleggen' },
  component: lazyPage(() => import('./new-version.page.js'), 'NewVersionPage'),
});

export const buildingBlockRoutes = [
  system,
  newBlock,
  order,
  block,
  edit,
  end,
  network,
  assess,
  newDocument,
  newVersion,
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';

const annualDocuments = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/documents',
  staticData: { help: 'jaarplan-en-jaarverslag' },
  component: lazyRouteComponent(() => import('./documents.page.js'), 'DocumentsPage'),
});

const annualDocument = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId',
  staticData: { help: 'jaarplan-en-jaarverslag#de-pagina-van-het-stuk' },
  validateSearch: (search: Record<string, unknown>): { rendering?: string } =>
    typeof search['rendering'] === 'string' ? { rendering: search['rendering'] } : {},
  component: lazyRouteComponent(() => import('./document.page.js'), 'DocumentPage'),
});

const publishing = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId/publish',
  staticData: { help: 'publiceren' },
  component: lazyRouteComponent(() => import('./publish.page.js'), 'PublishPage'),
});

const chapter = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId/chapters/$chapterId',
  staticData: { help: 'hoofdstuk-schrijven' },
  component: lazyRouteComponent(() => import('./chapter.page.js'), 'ChapterPage'),
});

const adoptionRoute = createRoute({
  getParentRoute: () => inside,
  path: '/adoption-route',
  staticData: { help: 'vaststelling#de-stappen-inrichten' },
  component: lazyRouteComponent(() => import('./adoption-route.page.js'), 'AdoptionRoutePage'),
});

export const annualDocumentRoutes = [
  annualDocuments,
  annualDocument,
  publishing,
  chapter,
  adoptionRoute,
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';
import { idIn, oneOf, pageIn } from '../shell/search.js';

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
  validateSearch: (search: Record<string, unknown>): { page?: number } => {
    const page = pageIn(search['page']);
    return page === undefined ? {} : { page };
  },
  component: lazyRouteComponent(() => import('./document.page.js'), 'DocumentPage'),
});

const preview = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId/preview',
  staticData: { help: 'jaarplan-en-jaarverslag#bestanden-maken' },
  validateSearch: (search: Record<string, unknown>): { rendering?: string; show?: 'html' | 'pdf' } => {
    const rendering = idIn(search['rendering']);
    const show = oneOf(['html', 'pdf'], search['show']);
    return { ...(rendering && { rendering }), ...(show && { show }) };
  },
  component: lazyRouteComponent(() => import('./preview.page.js'), 'PreviewPage'),
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
  preview,
  publishing,
  chapter,
  adoptionRoute,
] as const;

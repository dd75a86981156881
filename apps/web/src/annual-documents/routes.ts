import { createRoute } from '@tanstack/react-router';
import { inside } from '../shell/inside.js';
import { lazyPage } from '../shell/lazy-page.js';
import { idIn, oneOf, pageIn } from '../shell/search.js';

const annualDocuments = createRoute({
  getParentRoute: () => inside,
  path: '/annual-cycles/$year/documents',
  staticData: { help: 'jaarplan-en-jaarverslag' },
  component: lazyPage(() => import('./documents.page.js'), 'DocumentsPage'),
});

const annualDocument = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId',
  staticData: { help: 'jaarplan-en-jaarverslag#de-pagina-van-het-stuk' },
  validateSearch: (search: Record<string, unknown>): { page?: number } => {
    const page = pageIn(search['page']);
    return page === undefined ? {} : { page };
  },
  component: lazyPage(() => import('./document.page.js'), 'DocumentPage'),
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
  component: lazyPage(() => import('./preview.page.js'), 'PreviewPage'),
});

const publishing = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId/publish',
  staticData: { help: 'publiceren' },
  component: lazyPage(() => import('./publish.page.js'), 'PublishPage'),
});

const chapter = createRoute({
  getParentRoute: () => inside,
  path: '/annual-documents/$documentId/chapters/$chapterId',
  staticData: { help: 'hoofdstuk-schrijven' },
  component: lazyPage(() => import('./chapter.page.js'), 'ChapterPage'),
});

const adoptionRoute = createRoute({
  getParentRoute: () => inside,
  path: '/adoption-route',
  staticData: { help: 'vaststelling#de-stappen-inrichten' },
  component: lazyPage(() => import('./adoption-route.page.js'), 'AdoptionRoutePage'),
});

export const annualDocumentRoutes = [
  annualDocuments,
  annualDocument,
  preview,
  publishing,
  chapter,
  adoptionRoute,
] as const;

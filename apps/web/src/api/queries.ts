import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.js';

/** The largest page the API gives; an integrity system has some fifty blocks. */
const all = { page: 1, pageSize: 200 };

const isBeingMade = ({ state }: Schemas['RenderingView']): boolean =>
  state === 'queued' || state === 'running';

/** What the pages read, by name. The keys begin with the resource, so that a change can tell what it outdates. */
export const queries = {
  tasks: queryOptions({
    queryKey: ['tasks'],
    queryFn: () => answerOf(api.GET('/tasks/current')),
    // Whoever comes back from doing one sees that it is gone.
    staleTime: 0,
  }),

  signInOptions: queryOptions({
    queryKey: ['sign-in-options'],
    queryFn: () => answerOf(api.GET('/sign-in-options')),
    staleTime: Infinity,
  }),

  houseStyle: queryOptions({
    queryKey: ['house-style'],
    queryFn: () => answerOf(api.GET('/house-style')),
    staleTime: Infinity,
  }),

  /** How the organisation calls itself, and whom people ask about Weerbaar; also for whoever is not signed in. */
  organisationProfile: queryOptions({
    queryKey: ['organisation-profile'],
    queryFn: () => answerOf(api.GET('/organisation-profile')),
  }),

  session: queryOptions({
    queryKey: ['session'],
    queryFn: () => answerOf(api.GET('/sessions/current')),
    staleTime: Infinity,
    // The watch over the session asks by itself.
    refetchOnWindowFocus: false,
  }),

  sessions: queryOptions({ queryKey: ['sessions'], queryFn: () => answerOf(api.GET('/sessions')) }),

  secondFactor: queryOptions({
    queryKey: ['second-factor'],
    queryFn: () => answerOf(api.GET('/second-factors/current')),
  }),

  mailPreference: queryOptions({
    queryKey: ['mail-preference'],
    queryFn: () => answerOf(api.GET('/mail-preferences/current')),
  }),

  person: (personId: string) =>
    queryOptions({
      queryKey: ['person', personId],
      queryFn: () => answerOf(api.GET('/persons/{personId}', { params: { path: { personId } } })),
      staleTime: Infinity,
    }),

  themes: queryOptions({
    queryKey: ['themes'],
    queryFn: () => answerOf(api.GET('/themes')),
    staleTime: Infinity,
  }),

  buildingBlocks: queryOptions({
    queryKey: ['building-blocks', 'all'],
    queryFn: () => answerOf(api.GET('/building-blocks', { params: { query: all } })),
  }),

  buildingBlock: (buildingBlockId: string) =>
    queryOptions({
      queryKey: ['building-blocks', buildingBlockId],
      queryFn: () =>
        answerOf(api.GET('/building-blocks/{buildingBlockId}', { params: { path: { buildingBlockId } } })),
    }),

  policyDocuments: (buildingBlockId: string) =>
    queryOptions({
      queryKey: ['building-blocks', buildingBlockId, 'policy-documents'],
      queryFn: () =>
        answerOf(
          api.GET('/building-blocks/{buildingBlockId}/policy-documents', {
            params: { path: { buildingBlockId }, query: all },
          }),
        ),
    }),

  annualCycles: queryOptions({
    queryKey: ['annual-cycles'],
    queryFn: () => answerOf(api.GET('/annual-cycles', { params: { query: all } })),
  }),

  actions: (year: number) =>
    queryOptions({
      queryKey: ['annual-cycles', year, 'actions'],
      queryFn: () =>
        answerOf(api.GET('/annual-cycles/{year}/actions', { params: { path: { year }, query: all } })),
    }),

  openBefore: (year: number) =>
    queryOptions({
      queryKey: ['annual-cycles', year, 'open-before'],
      queryFn: () => answerOf(api.GET('/annual-cycles/{year}/open-before', { params: { path: { year } } })),
    }),

  findings: (year: number) =>
    queryOptions({
      queryKey: ['annual-cycles', year, 'findings'],
      queryFn: () =>
        answerOf(api.GET('/annual-cycles/{year}/findings', { params: { path: { year }, query: all } })),
    }),

  finding: (findingId: string) =>
    queryOptions({
      queryKey: ['findings', findingId],
      queryFn: () => answerOf(api.GET('/findings/{findingId}', { params: { path: { findingId } } })),
    }),

  action: (actionId: string) =>
    queryOptions({
      queryKey: ['actions', actionId],
      queryFn: () => answerOf(api.GET('/actions/{actionId}', { params: { path: { actionId } } })),
    }),

  progressRound: (year: number, quarter: number) =>
    queryOptions({
      queryKey: ['annual-cycles', year, 'progress-rounds', quarter],
      queryFn: () =>
        answerOf(
          api.GET('/annual-cycles/{year}/progress-rounds/{quarter}', { params: { path: { year, quarter } } }),
        ),
    }),

  ownRound: (year: number, quarter: number) =>
    queryOptions({
      queryKey: ['annual-cycles', year, 'progress-rounds', quarter, 'own'],
      queryFn: () =>
        answerOf(
          api.GET('/annual-cycles/{year}/progress-rounds/{quarter}/own', {
            params: { path: { year, quarter } },
          }),
        ),
    }),

  progressNotes: (actionId: string) =>
    queryOptions({
      queryKey: ['actions', actionId, 'progress-notes'],
      queryFn: () =>
        answerOf(
          api.GET('/actions/{actionId}/progress-notes', { params: { path: { actionId }, query: all } }),
        ),
    }),

  actionHistory: (actionId: string) =>
    queryOptions({
      queryKey: ['actions', actionId, 'history'],
      queryFn: () =>
        answerOf(api.GET('/actions/{actionId}/history', { params: { path: { actionId }, query: all } })),
    }),

  annualDocuments: (year: number) =>
    queryOptions({
      queryKey: ['annual-documents', 'of-year', year],
      queryFn: () =>
        answerOf(api.GET('/annual-cycles/{year}/annual-documents', { params: { path: { year } } })),
    }),

  annualDocument: (documentId: string) =>
    queryOptions({
      queryKey: ['annual-documents', documentId],
      queryFn: () =>
        answerOf(api.GET('/annual-documents/{documentId}', { params: { path: { documentId } } })),
      // Somebody else may have decided a moment ago, and now it is up to whoever looks.
      staleTime: 0,
    }),

  documentFigures: (documentId: string) =>
    queryOptions({
      queryKey: ['annual-documents', documentId, 'figures'],
      queryFn: () =>
        answerOf(api.GET('/annual-documents/{documentId}/figures', { params: { path: { documentId } } })),
    }),

  chapters: (documentId: string) =>
    queryOptions({
      queryKey: ['annual-documents', documentId, 'chapters'],
      queryFn: () =>
        answerOf(api.GET('/annual-documents/{documentId}/chapters', { params: { path: { documentId } } })),
    }),

  /** Not kept once its page is left: whoever writes on in an older text would be refused when it is saved. */
  chapter: (documentId: string, chapterId: string) =>
    queryOptions({
      queryKey: ['annual-documents', documentId, 'chapters', chapterId],
      gcTime: 0,
      queryFn: () =>
        answerOf(
          api.GET('/annual-documents/{documentId}/chapters/{chapterId}', {
            params: { path: { documentId, chapterId } },
          }),
        ),
    }),

  /** What the figures were before they were last refreshed here, to be seen in the texts; the server does not keep it. */
  figureChanges: (documentId: string) =>
    queryOptions({
      queryKey: ['figure-changes', documentId],
      queryFn: (): readonly Schemas['FigureDifferenceView'][] => [],
      staleTime: 'static',
      gcTime: Infinity,
    }),

  renderings: (documentId: string, page: number) =>
    queryOptions({
      queryKey: ['annual-documents', documentId, 'renderings', page],
      queryFn: () =>
        answerOf(
          api.GET('/annual-documents/{documentId}/renderings', {
            params: { path: { documentId }, query: { page, pageSize: 10 } },
          }),
        ),
      refetchInterval: ({ state }) => (state.data?.items.some(isBeingMade) ? 1000 : false),
    }),

  rendering: (renderingId: string) =>
    queryOptions({
      queryKey: ['renderings', renderingId],
      queryFn: () => answerOf(api.GET('/renderings/{renderingId}', { params: { path: { renderingId } } })),
      refetchInterval: ({ state }) => (state.data && isBeingMade(state.data) ? 1000 : false),
    }),

  adoptionRoute: queryOptions({
    queryKey: ['adoption-route'],
    queryFn: () => answerOf(api.GET('/adoption-routes/current')),
  }),

  roles: queryOptions({
    queryKey: ['roles'],
    queryFn: () => answerOf(api.GET('/roles')),
    staleTime: Infinity,
  }),

  /** The first few whose names have words that begin like this. */
  personsByName: (q: string) =>
    queryOptions({
      queryKey: ['persons', q],
      queryFn: () => answerOf(api.GET('/persons', { params: { query: { page: 1, pageSize: 8, q } } })),
    }),
} as const;

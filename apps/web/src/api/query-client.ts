import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { endSession } from '../sign-in/session-end.js';
import { isProblem, UnreachableError } from './problem.js';
import { queries } from './queries.js';

/** Whoever was signed in and is no longer is told so in a dialog over the page; see sign-in/session-ended.tsx. */
function noticeEnd(error: unknown): void {
  if (isProblem(error, 'not-signed-in') && queryClient.getQueryData(queries.session.queryKey)) endSession();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the server refuses it refuses again; only a lost connection is worth another try.
      retry: (failures, error) => error instanceof UnreachableError && failures < 2,
      // Otherwise a page without a connection waits for ever and says nothing.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

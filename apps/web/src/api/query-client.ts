import { QueryClient } from '@tanstack/react-query';
import { i18n } from '../texts/index.js';
import { UnreachableError } from './problem.js';

export const queryClient = new QueryClient({
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

// What the server calls things is in the language it was asked in.
i18n.on(
  'languageChanged',
  () => void queryClient.invalidateQueries({ predicate: ({ state }) => state.data !== undefined }),
);

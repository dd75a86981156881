import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';

/** As many as can be taken in at a glance; the rest on request. */
const pageSize = 10;

interface OnePage {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

/** The number of the page after this one; nothing after the last. */
const nextPage = ({ page, pageSize: size, total }: OnePage): number | undefined =>
  page * size < total ? page + 1 : undefined;

/** What the pages of one building block read, beside what others read as well: see api/queries.ts. */
export const blockQueries = {
  assessments: (buildingBlockId: string) =>
    infiniteQueryOptions({
      queryKey: ['building-blocks', buildingBlockId, 'assessments'],
      queryFn: ({ pageParam: page }) =>
        answerOf(
          api.GET('/building-blocks/{buildingBlockId}/assessments', {
            params: { path: { buildingBlockId }, query: { page, pageSize } },
          }),
        ),
      initialPageParam: 1,
      getNextPageParam: nextPage,
    }),

  history: (buildingBlockId: string) =>
    infiniteQueryOptions({
      queryKey: ['building-blocks', buildingBlockId, 'history'],
      queryFn: ({ pageParam: page }) =>
        answerOf(
          api.GET('/building-blocks/{buildingBlockId}/history', {
            params: { path: { buildingBlockId }, query: { page, pageSize } },
          }),
        ),
      initialPageParam: 1,
      getNextPageParam: nextPage,
    }),

  actions: (year: number, buildingBlockId: string) =>
    queryOptions({
      queryKey: ['annual-cycles', year, 'actions', 'of-block', buildingBlockId],
      queryFn: () =>
        answerOf(
          api.GET('/annual-cycles/{year}/actions', {
            params: { path: { year }, query: { page: 1, pageSize: 200, buildingBlockId } },
          }),
        ),
    }),
} as const;

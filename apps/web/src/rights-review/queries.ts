import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client.js';

const ordinary = 25;
/** The largest page the API gives: more than anybody signs in one go. */
const all = 200;

interface LineFilter {
  readonly state?: Schemas['ReviewLineState'] | undefined;
  readonly page?: number;
}

export const rightsReviewQueries = {
  reviews: (page = 1) =>
    queryOptions({
      queryKey: ['rights-reviews', 'list', page],
      queryFn: () =>
        answerOf(api.GET('/rights-reviews', { params: { query: { page, pageSize: ordinary } } })),
    }),

  review: (reviewId: string) =>
    queryOptions({
      queryKey: ['rights-reviews', reviewId],
      queryFn: () => answerOf(api.GET('/rights-reviews/{reviewId}', { params: { path: { reviewId } } })),
    }),

  lines: (reviewId: string, { state, page = 1 }: LineFilter) =>
    queryOptions({
      queryKey: ['rights-reviews', reviewId, 'lines', state, page],
      queryFn: () =>
        answerOf(
          api.GET('/rights-reviews/{reviewId}/lines', {
            params: { path: { reviewId }, query: { state, page, pageSize: ordinary } },
          }),
        ),
    }),

  line: (lineId: string) =>
    queryOptions({
      queryKey: ['rights-review-lines', lineId],
      queryFn: () => answerOf(api.GET('/rights-review-lines/{lineId}', { params: { path: { lineId } } })),
    }),

  ownOpen: queryOptions({
    queryKey: ['rights-review-lines', 'open'],
    queryFn: () =>
      answerOf(
        api.GET('/rights-review-lines', { params: { query: { state: 'open', page: 1, pageSize: all } } }),
      ),
  }),

  ownSigned: (page = 1) =>
    queryOptions({
      queryKey: ['rights-review-lines', 'signed', page],
      queryFn: () =>
        answerOf(
          api.GET('/rights-review-lines', {
            params: { query: { state: 'signed', page, pageSize: ordinary } },
          }),
        ),
    }),
} as const;

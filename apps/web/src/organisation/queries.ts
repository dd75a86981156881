import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';

/** The largest page the API gives. */
const all = { page: 1, pageSize: 200 };
const ordinary = 25;

type QueryOf<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;

/** What the pages about people and administration read. */
export const organisationQueries = {
  persons: (query: QueryOf<'/persons'>) =>
    queryOptions({
      queryKey: ['persons', query],
      queryFn: () => answerOf(api.GET('/persons', { params: { query: { pageSize: ordinary, ...query } } })),
    }),

  manager: (personId: string, on?: string) =>
    queryOptions({
      queryKey: ['persons', personId, 'manager', on],
      queryFn: () =>
        answerOf(api.GET('/persons/{personId}/manager', { params: { path: { personId }, query: { on } } })),
    }),

  team: (personId: string, on?: string) =>
    queryOptions({
      queryKey: ['persons', personId, 'team', on],
      queryFn: () =>
        answerOf(
          api.GET('/persons/{personId}/team', { params: { path: { personId }, query: { ...all, on } } }),
        ),
    }),

  employments: (personId: string) =>
    queryOptions({
      queryKey: ['persons', personId, 'employments'],
      queryFn: () => answerOf(api.GET('/persons/{personId}/employments', { params: { path: { personId } } })),
    }),

  employment: (employmentId: string) =>
    queryOptions({
      queryKey: ['employments', employmentId],
      queryFn: () => answerOf(api.GET('/employments/{employmentId}', { params: { path: { employmentId } } })),
    }),

  departments: (on?: string) =>
    queryOptions({
      queryKey: ['departments', 'all', on],
      queryFn: () => answerOf(api.GET('/departments', { params: { query: { on } } })),
    }),

  department: (departmentId: string) =>
    queryOptions({
      queryKey: ['departments', departmentId],
      queryFn: () => answerOf(api.GET('/departments/{departmentId}', { params: { path: { departmentId } } })),
    }),

  jobFunctions: (on?: string) =>
    queryOptions({
      queryKey: ['job-functions', 'all', on],
      queryFn: () => answerOf(api.GET('/job-functions', { params: { query: { ...all, on } } })),
    }),

  jobFunction: (jobFunctionId: string) =>
    queryOptions({
      queryKey: ['job-functions', jobFunctionId],
      queryFn: () =>
        answerOf(api.GET('/job-functions/{jobFunctionId}', { params: { path: { jobFunctionId } } })),
    }),

  accounts: (page = 1) =>
    queryOptions({
      queryKey: ['accounts', page],
      queryFn: () => answerOf(api.GET('/accounts', { params: { query: { page, pageSize: ordinary } } })),
    }),

  roles: queryOptions({
    queryKey: ['roles'],
    queryFn: () => answerOf(api.GET('/roles')),
    staleTime: Infinity,
  }),

  assignments: (query: QueryOf<'/role-assignments'>) =>
    queryOptions({
      queryKey: ['role-assignments', query],
      queryFn: () =>
        answerOf(api.GET('/role-assignments', { params: { query: { pageSize: ordinary, ...query } } })),
    }),

  assignment: (assignmentId: string) =>
    queryOptions({
      queryKey: ['role-assignments', assignmentId],
      queryFn: () =>
        answerOf(api.GET('/role-assignments/{assignmentId}', { params: { path: { assignmentId } } })),
    }),

  restorations: (page = 1) =>
    queryOptions({
      queryKey: ['second-factor-restorations', page],
      queryFn: () =>
        answerOf(api.GET('/second-factor-restorations', { params: { query: { page, pageSize: ordinary } } })),
    }),

  auditEntries: (query: QueryOf<'/audit-entries'>) =>
    queryOptions({
      queryKey: ['audit-entries', query],
      queryFn: () =>
        answerOf(api.GET('/audit-entries', { params: { query: { pageSize: ordinary, ...query } } })),
    }),
} as const;

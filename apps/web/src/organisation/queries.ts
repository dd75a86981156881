import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import type { paths } from '../api/schema.js';

/** The largest page the API gives. */
const all = { page: 1, pageSize: 200 };
const ordinary = 25;

/** How often it is asked how far a job is. */
const whileUnderWay = 1000;
const isUnderWay = ({ state }: { readonly state: string }): boolean =>
  state === 'planning' || state === 'applying';

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

  imports: (page = 1) =>
    queryOptions({
      queryKey: ['employment-imports', 'all', page],
      queryFn: () =>
        answerOf(api.GET('/employment-imports', { params: { query: { page, pageSize: ordinary } } })),
      refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? whileUnderWay : false),
    }),

  employmentImport: (importId: string) =>
    queryOptions({
      queryKey: ['employment-imports', importId],
      queryFn: () => answerOf(api.GET('/employment-imports/{importId}', { params: { path: { importId } } })),
      refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? whileUnderWay : false),
    }),

  importLines: (importId: string, query: QueryOf<'/employment-imports/{importId}/lines'>) =>
    queryOptions({
      queryKey: ['employment-imports', importId, 'lines', query],
      queryFn: () =>
        answerOf(
          api.GET('/employment-imports/{importId}/lines', {
            params: { path: { importId }, query: { pageSize: ordinary, ...query } },
          }),
        ),
    }),

  accounts: (query: QueryOf<'/accounts'>) =>
    queryOptions({
      queryKey: ['accounts', query],
      queryFn: () => answerOf(api.GET('/accounts', { params: { query: { pageSize: ordinary, ...query } } })),
    }),

  account: (accountId: string) =>
    queryOptions({
      queryKey: ['account', accountId],
      queryFn: () => answerOf(api.GET('/accounts/{accountId}', { params: { path: { accountId } } })),
    }),

  provisioningTokens: (page = 1) =>
    queryOptions({
      queryKey: ['provisioning-tokens', page],
      queryFn: () =>
        answerOf(api.GET('/provisioning-tokens', { params: { query: { page, pageSize: ordinary } } })),
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

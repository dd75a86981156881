import { Link, useLocation } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, ProblemError, UnreachableError } from '../api/problem.js';
import { Alert, Button, Paragraph, Skeleton } from '../ui.js';
import { Contact } from './contact.js';

/** Grey shapes while something is on its way; said once to whoever does not see them. */
export function Loading({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="loading">
      <p role="status" className="ams-visually-hidden">
        {t('states.loading')}
      </p>
      <Skeleton>
        <Skeleton.Heading />
        <Skeleton.Paragraph lines={2} />
        <Skeleton.Table columns={3} rows={rows} />
      </Skeleton>
    </div>
  );
}

interface FaultProps {
  readonly error: unknown;
  readonly again?: () => void;
}

/** Why something can't be shown, and what can be done about it. */
export function Fault({ error, again }: FaultProps) {
  const { t } = useTranslation();
  if (isProblem(error, 'not-signed-in')) return null;
  if (isProblem(error, 'not-permitted')) return <Forbidden />;
  if (isProblem(error, 'not-found')) return <Missing />;
  if (isProblem(error, 'step-up-needed')) return <StepUp />;
  if (error instanceof UnreachableError)
    return (
      <Notice title={t('states.offlineTitle')} text={t('states.offline')} severity="error" again={again} />
    );
  const isTold = error instanceof ProblemError;
  const reference =
    isTold && error.problem.status >= 500 ? error.problem.instance.split(':').at(-1) : undefined;
  return (
    <Notice
      title={isTold ? error.problem.title : t('states.errorTitle')}
      text={isTold ? error.problem.detail : t('states.unexpected')}
      severity="error"
      again={again}
    >
      {reference && (
        <>
          <Paragraph size="small">{t('states.reference', { reference })}</Paragraph>
          <Contact />
        </>
      )}
    </Notice>
  );
}

/** Instead of a form that the server would refuse. */
export function Forbidden() {
  const { t } = useTranslation();
  return (
    <Notice title={t('states.forbiddenTitle')} text={t('states.forbidden')} severity="warning">
      <Contact />
    </Notice>
  );
}

/** Instead of what a role opens that waits for the second factor. */
export function StepUp() {
  const { t } = useTranslation();
  const { href } = useLocation();
  return (
    <Notice title={t('states.stepUpTitle')} text={t('states.stepUp')} severity="warning">
      <Link to="/account/proof" search={{ to: href }}>
        {t('states.stepUpAction')}
      </Link>
    </Notice>
  );
}

export function Missing() {
  const { t } = useTranslation();
  return <Notice title={t('states.notFoundTitle')} text={t('states.notFound')} severity="warning" />;
}

/** What a record lets only some do, for who came by an address that nothing leads them to. The server refuses in any case. */
export function Only({ may, children }: { readonly may: boolean; readonly children: ReactNode }) {
  return may ? children : <Forbidden />;
}

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly severity: 'error' | 'warning';
  readonly again?: (() => void) | undefined;
  readonly children?: ReactNode;
}

function Notice({ title, text, severity, again, children }: NoticeProps) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="measure">
      <Alert heading={title} headingLevel={2} severity={severity} headingId={null}>
        <Paragraph>{text}</Paragraph>
        {children}
        {again && (
          <div>
            <Button variant="secondary" onClick={again}>
              {t('states.again')}
            </Button>
          </div>
        )}
      </Alert>
    </div>
  );
}

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or the state it is in. What is there stays, also when a later try fails. */
export function Loaded<Data>({ query, rows, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Fault error={query.error} again={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}

interface IfPermittedProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** A part of a page that whoever may not see it does not miss. Any other fault is told. */
export function IfPermitted<Data>({ query, children }: IfPermittedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (!query.error || isProblem(query.error, 'not-permitted', 'step-up-needed')) return null;
  return (
    <div className="section">
      <Fault error={query.error} again={() => void query.refetch()} />
    </div>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

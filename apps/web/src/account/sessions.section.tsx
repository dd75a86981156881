import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Fault, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag } from '../shell/tag.js';
import { Paragraph } from '../ui.js';

export function Sessions() {
  const { t } = useTranslation();
  const { moment } = useDates();
  const client = useQueryClient();
  const sessions = useQuery(queries.sessions);
  const [told, tell] = useState('');
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      answerOf(api.DELETE('/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSuccess: () => {
      tell(t('account.ended'));
      return client.invalidateQueries({ queryKey: queries.sessions.queryKey });
    },
  });
  const device = (session: Schemas['SessionView']): string => session.device || t('account.unknownDevice');
  return (
    <Section id="sessions" title={t('account.sessions')}>
      <div className="stack">
        <Paragraph className="measure">{t('account.sessionsText')}</Paragraph>
        <p role="status" className={told ? 'told' : 'ams-visually-hidden'}>
          {told}
        </p>
        {end.error && <Fault error={end.error} />}
        <Loaded query={sessions} rows={2}>
          {(rows) => (
            <Table
              label={t('account.sessions')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                { key: 'device', head: t('account.device'), isName: true, cell: device },
                { key: 'started', head: t('account.startedAt'), cell: ({ startedAt }) => moment(startedAt) },
                { key: 'seen', head: t('account.lastSeen'), cell: ({ lastSeenAt }) => moment(lastSeenAt) },
                {
                  key: 'end',
                  head: t('account.action'),
                  cell: (session) =>
                    session.current ? (
                      <Tag tone="info" icon="check">
                        {t('account.thisOne')}
                      </Tag>
                    ) : (
                      <button type="button" className="link-button" onClick={() => end.mutate(session.id)}>
                        {t('account.end')}
                        <span className="ams-visually-hidden">
                          {' '}
                          {t('account.endOf', { device: device(session) })}, {moment(session.startedAt)}
                        </span>
                      </button>
                    ),
                },
              ]}
            />
          )}
        </Loaded>
      </div>
    </Section>
  );
}

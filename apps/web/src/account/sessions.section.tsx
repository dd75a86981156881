import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { DeedButton, Deeds } from '../shell/deed.js';
import { Section } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag } from '../shell/tag.js';
import { Paragraph } from '../ui.js';

export function Sessions() {
  const { t } = useTranslation();
  const { moment } = useDates();
  const sessions = useQuery(queries.sessions);
  const device = (session: Schemas['SessionView']): string => session.device || t('account.unknownDevice');
  return (
    <Section id="sessions" title={t('account.sessions')}>
      <div className="stack">
        <Paragraph className="measure">{t('account.sessionsText')}</Paragraph>
        <Deeds>
          <Loaded query={sessions} rows={2}>
            {(rows) => (
              <Table
                label={t('account.sessions')}
                rows={rows}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'device', head: t('account.device'), isName: true, cell: device },
                  {
                    key: 'started',
                    head: t('account.startedAt'),
                    cell: ({ startedAt }) => moment(startedAt),
                  },
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
                        <DeedButton
                          label={t('account.end')}
                          of={`${t('account.endOf', { device: device(session) })}, ${moment(session.startedAt)}`}
                          ask={() =>
                            answerOf(
                              api.DELETE('/sessions/{sessionId}', {
                                params: { path: { sessionId: session.id } },
                              }),
                            )
                          }
                          told={t('account.ended')}
                        />
                      ),
                  },
                ]}
              />
            )}
          </Loaded>
        </Deeds>
      </div>
    </Section>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Page, Section } from '../shell/page.js';
import { Fault, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Tag } from '../shell/tag.js';
import { rememberLanguage, speak } from '../texts/index.js';
import { Button, Label, Paragraph, Select } from '../ui.js';
import { RecoveryCodes } from './recovery-codes.js';

/** What is one's own to see and to change: language, second factor, and where one is signed in. */
export function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('pages.account')} trail={[{ label: t('pages.start'), to: '/' }]}>
      <LanguageChoice />
      <SecondFactor />
      <Sessions />
    </Page>
  );
}

function LanguageChoice() {
  const { t } = useTranslation();
  const { language } = useDates();
  const client = useQueryClient();
  const choose = async (value: string): Promise<void> => {
    const chosen = value === 'en' ? 'en' : 'nl';
    rememberLanguage(chosen);
    await speak(chosen);
    await client.invalidateQueries();
  };
  return (
    <Section id="language" title={t('account.language')}>
      <div className="stack">
        <Paragraph className="measure">{t('account.languageText')}</Paragraph>
        <div className="filter">
          <Label htmlFor="language-choice">{t('account.language')}</Label>
          <Select id="language-choice" value={language} onChange={(event) => void choose(event.target.value)}>
            <option value="nl" lang="nl">
              {t('account.languages.nl')}
            </option>
            <option value="en" lang="en">
              {t('account.languages.en')}
            </option>
          </Select>
        </div>
      </div>
    </Section>
  );
}

function SecondFactor() {
  const { t } = useTranslation();
  const { dayOf } = useDates();
  const client = useQueryClient();
  const state = useQuery(queries.secondFactor);
  const renew = useMutation({
    mutationFn: () => answerOf(api.POST('/second-factors/current/recovery-codes')),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.secondFactor.queryKey }),
  });
  return (
    <Section id="factor" title={t('account.factor')}>
      <Loaded query={state} rows={1}>
        {({ active, since, recoveryCodesLeft: count }) => (
          <div className="stack">
            <div>
              <Tag tone={active ? 'ok' : 'attention'} icon={active ? 'check' : 'warning'}>
                {active ? t('account.on') : t('account.off')}
              </Tag>
            </div>
            <Paragraph className="measure">
              {active && since ? t('account.factorOn', { day: dayOf(since) }) : t('account.factorOff')}{' '}
              {active && t('account.codesLeft', { count })}
            </Paragraph>
            {renew.error && <Fault error={renew.error} />}
            {renew.data && <RecoveryCodes codes={renew.data.recoveryCodes} />}
            <div className="tools">
              <Link to="/account/second-factor" className="ams-button ams-button--secondary">
                {active ? t('account.replace') : t('account.setUp')}
              </Link>
              {active && (
                <Button variant="secondary" onClick={() => renew.mutate()}>
                  {t('account.renewCodes')}
                </Button>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Sessions() {
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

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Fault, Loaded } from '../shell/states.js';
import { Tag } from '../shell/tag.js';
import { Button, Paragraph } from '../ui.js';
import { RecoveryCodes } from './recovery-codes.js';

export function SecondFactor() {
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
            {renew.data && <RecoveryCodes key={renew.submittedAt} codes={renew.data.recoveryCodes} />}
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

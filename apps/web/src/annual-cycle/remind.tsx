import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Fault } from '../shell/states.js';
import { Success } from '../shell/success.js';
import { Button, Paragraph } from '../ui.js';

type Round = Schemas['ProgressRoundView'];

/** Asks once more, of whoever did not report: only for who may, and as long as somebody is waited for. */
export function Remind({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  const { moment, language } = useDates();
  const client = useQueryClient();
  const { year, quarter, mayRemind, hasBegun, lastRemindedAt } = round;
  const remind = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/annual-cycles/{year}/progress-rounds/{quarter}/_remind', {
          params: { path: { year, quarter } },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries();
      // The button is gone: what was told stands below this heading.
      document.getElementById('remind')?.focus();
    },
  });
  const waiting = round.owners.filter(({ hasReported }) => !hasReported);
  const isForReader = waiting.some(({ reminding }) => reminding);
  if (!isForReader || !hasBegun) return null;
  const possible = waiting.filter(({ reminding }) => reminding === 'possible').length;
  const unreachable = waiting.flatMap(({ reminding, owner }) =>
    reminding === 'unreachable' && owner ? [owner.name] : [],
  );
  const names = new Intl.ListFormat(language).format(unreachable);
  return (
    <Section id="remind" title={t('round.remindTitle')}>
      <div className="stack measure">
        <Success>{remind.data && t('round.remindedNow', { count: remind.data.reminded })}</Success>
        {remind.error && <Fault error={remind.error} />}
        {!mayRemind && <Paragraph>{t('round.noMail')}</Paragraph>}
        {mayRemind && possible > 0 && (
          <>
            <Paragraph>{t('round.remindText', { count: possible })}</Paragraph>
            <div>
              <Button onClick={() => remind.mutate()}>{t('round.remind', { count: possible })}</Button>
            </div>
          </>
        )}
        {mayRemind && possible === 0 && !remind.data && <Paragraph>{t('round.allReminded')}</Paragraph>}
        {unreachable.length > 0 && (
          <Paragraph>{t('round.unreachableNames', { count: unreachable.length, names })}</Paragraph>
        )}
        <Paragraph className="muted">
          {lastRemindedAt
            ? t('round.lastReminded', { moment: moment(lastRemindedAt) })
            : t('round.neverReminded')}
        </Paragraph>
      </div>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { tellOnArrival } from '../shell/arrival.js';
import { Cancel } from '../shell/cancel.js';
import { Deeds, useDeed } from '../shell/deed.js';
import { Page, Section } from '../shell/page.js';
import { SortableTable } from '../shell/sortable-table.js';
import { Empty, Loaded } from '../shell/states.js';
import { Together } from '../shell/together.js';
import { Button, Paragraph } from '../ui.js';
import { useActionColumns } from './action-columns.js';
import { editors } from './rights.js';
import { ChooseAll, useChosen } from './use-chosen.js';
import { useYear } from './use-year.js';

/** What the year before left open: all of it goes on, but for what somebody leaves out. */
export function CarryOverPage() {
  const { t } = useTranslation();
  const { year, params, trails } = useYear();
  const open = useQuery(queries.openBefore(year));
  return (
    <Page title={t('cycle.carryOverTitle', { year: year - 1 })} trail={trails.actions} roles={editors}>
      <Loaded query={open} rows={8}>
        {(found) =>
          found.actions.length === 0 ? (
            <div className="stack">
              <Empty>{t('cycle.nothingToCarryOver', { year: year - 1 })}</Empty>
              <p>
                <Link to="/annual-cycles/$year/actions" params={params}>
                  {t('cycle.toActions', { year })}
                </Link>
              </p>
            </div>
          ) : (
            <Deeds>
              {/* With the names of the blocks from the start: what is pressed must not move. */}
              <Together>
                <Choice open={found} />
              </Together>
            </Deeds>
          )
        }
      </Loaded>
    </Page>
  );
}

function Choice({ open: { actions, ofEndedBlocks } }: { readonly open: Schemas['OpenBeforeView'] }) {
  const { t } = useTranslation();
  const { year, params } = useYear();
  const navigate = useNavigate();
  const { title, block, owner, quarter, status } = useActionColumns(year - 1);
  const act = useDeed();
  const { chosen, choose, column } = useChosen(actions, actions);
  const place = { to: '/annual-cycles/$year/actions', params } as const;

  const isDone = useRef(false);
  const carry = async (): Promise<string> => {
    // Pressed twice it would tell that nothing was left to take over.
    if (isDone.current) return '';
    const { carriedOver: count } = await answerOf(
      api.POST('/annual-cycles/{year}/actions/_carry-over', {
        params: { path: { year } },
        body: { actionIds: chosen.map(({ id }) => id) },
      }),
    );
    isDone.current = true;
    const told = t('cycle.carried', { count });
    tellOnArrival(told);
    await navigate(place);
    return told;
  };

  return (
    <>
      <Paragraph className="measure">{t('cycle.carryOverText', { year, before: year - 1 })}</Paragraph>
      {ofEndedBlocks > 0 && (
        <Paragraph className="measure">{t('cycle.ofEndedBlocks', { count: ofEndedBlocks })}</Paragraph>
      )}
      <Section
        id="table"
        title={t('cycle.openActions', { year: year - 1 })}
        tools={<ChooseAll shown={actions} label={t('cycle.chooseAllOpen')} chosen={chosen} choose={choose} />}
      >
        <SortableTable
          label={t('cycle.openActions', { year: year - 1 })}
          rows={actions}
          keyOf={({ id }) => id}
          columns={[title, block, owner, quarter, status, column]}
        />
      </Section>
      <p role="status" className="found">
        {t('cycle.chosen', { count: chosen.length })}
      </p>
      <div className="tools">
        {chosen.length > 0 && (
          <Button onClick={() => act({ ask: carry, told: (words) => words })}>
            {t('cycle.carryOverChosen', { count: chosen.length })}
          </Button>
        )}
        <Cancel {...place} />
      </div>
    </>
  );
}

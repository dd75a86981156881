import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Page, Section } from '../shell/page.js';
import { Empty, Fault, Loading } from '../shell/states.js';
import { type Column, Table } from '../shell/table.js';
import { Tag } from '../shell/tag.js';
import { Button, Label, Paragraph, Select } from '../ui.js';
import { type BlockSearch, isJudgement, judgements } from './block-search.js';
import { HeatMap } from './heat-map.js';
import { JudgementTag } from './judgement.js';
import { aspects, type Block, judgementOf, matches } from './state.js';

const route = getRouteApi('/inside/building-blocks');

/** The integrity system in one picture, and as a table below it. The filters stand in the address. */
export function SystemPage() {
  const { t } = useTranslation();
  const blocks = useQuery(queries.buildingBlocks);
  const themes = useQuery(queries.themes);
  const overdue = useQuery(queries.overdueBlocks);
  const session = useQuery(queries.session);
  const fault = blocks.error ?? themes.error ?? overdue.error;
  const isThere = blocks.data && themes.data && overdue.data && session.data;
  return (
    <Page title={t('system.title')} trail={[{ label: t('pages.start'), to: '/' }]}>
      {isThere ? (
        <System
          blocks={blocks.data.items}
          themes={themes.data}
          overdue={new Set(overdue.data.items.map(({ id }) => id))}
          personId={session.data.personId}
        />
      ) : fault ? (
        <Fault
          error={fault}
          again={() => void Promise.all([blocks.refetch(), themes.refetch(), overdue.refetch()])}
        />
      ) : (
        <Loading rows={8} />
      )}
    </Page>
  );
}

interface SystemProps {
  readonly blocks: readonly Block[];
  readonly themes: readonly Schemas['ThemeView'][];
  readonly overdue: ReadonlySet<string>;
  readonly personId: string;
}

function System({ blocks, themes, overdue, personId }: SystemProps) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { basis = 'assessed' } = search;
  const found = blocks.filter((block) => matches(block, search, { personId, overdue }));
  const isFiltered = found.length < blocks.length;
  return (
    <>
      <Paragraph className="measure">{t('system.lead', { count: blocks.length })}</Paragraph>
      <Filters blocks={blocks} search={search} />
      <p role="status" className="found">
        {t('system.found', { count: found.length, total: blocks.length })}
      </p>
      <Section id="map" title={t('system.mapTitle')}>
        <HeatMap blocks={blocks} themes={themes} found={new Set(found)} basis={basis} />
      </Section>
      <Section id="table" title={isFiltered ? t('system.tableTitleFiltered') : t('system.tableTitle')}>
        {found.length === 0 ? (
          <Empty>{t('system.empty')}</Empty>
        ) : (
          <BlockTable blocks={found} overdue={overdue} basis={basis} />
        )}
      </Section>
    </>
  );
}

function Filters({ blocks, search }: { readonly blocks: readonly Block[]; readonly search: BlockSearch }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const names = [...new Set(blocks.flatMap(({ owner }) => (owner ? [owner.name] : [])))].toSorted((a, b) =>
    a.localeCompare(b, 'nl'),
  );
  const { basis = 'assessed', owner = '', state = '', review = '' } = search;
  const change = (changed: { readonly [Name in keyof BlockSearch]: BlockSearch[Name] | undefined }): void => {
    void navigate({ search: { ...search, ...changed }, replace: true });
  };
  const isFiltered = owner !== '' || state !== '' || review !== '';
  return (
    <div className="filters" role="search" aria-label={t('system.title')}>
      <Filter
        id="basis"
        label={t('system.basis')}
        value={basis}
        choose={(value) => change({ basis: value === 'derived' ? value : undefined })}
      >
        <option value="assessed">{t('system.bases.assessed')}</option>
        <option value="derived">{t('system.bases.derived')}</option>
      </Filter>
      <Filter
        id="owner"
        label={t('system.owner')}
        value={owner}
        choose={(value) => change({ owner: value || undefined })}
      >
        <option value="">{t('system.allOwners')}</option>
        <option value="mine">{t('system.mine')}</option>
        <option value="none">{t('system.none')}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Filter>
      <Filter
        id="state"
        label={t('system.state')}
        value={state}
        choose={(value) => change({ state: isJudgement(value) ? value : undefined })}
      >
        <option value="">{t('system.allStates')}</option>
        {judgements.map((judgement) => (
          <option key={judgement} value={judgement}>
            {t(`judgements.${judgement}`)}
          </option>
        ))}
      </Filter>
      <Filter
        id="review"
        label={t('system.review')}
        value={review}
        choose={(value) => change({ review: value === 'overdue' ? value : undefined })}
      >
        <option value="">{t('system.allReviews')}</option>
        <option value="overdue">{t('system.overdue')}</option>
      </Filter>
      {isFiltered && (
        <Button
          variant="tertiary"
          onClick={() => change({ owner: undefined, state: undefined, review: undefined })}
        >
          {t('system.clear')}
        </Button>
      )}
    </div>
  );
}

interface FilterProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: React.ReactNode;
}

function Filter({ id, label, value, choose, children }: FilterProps) {
  return (
    <div className="filter">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {children}
      </Select>
    </div>
  );
}

interface BlockTableProps {
  readonly blocks: readonly Block[];
  readonly overdue: ReadonlySet<string>;
  readonly basis: 'assessed' | 'derived';
}

function BlockTable({ blocks, overdue, basis }: BlockTableProps) {
  const { t } = useTranslation();
  const { day } = useDates();
  const columns: readonly Column<Block>[] = [
    {
      key: 'name',
      head: t('system.block'),
      isName: true,
      cell: ({ id, code, name }) => (
        <Link to="/building-blocks/$buildingBlockId" params={{ buildingBlockId: id }}>
          {code} {name}
        </Link>
      ),
    },
    { key: 'owner', head: t('system.owner'), cell: ({ owner }) => owner?.name ?? t('system.noOwner') },
    {
      key: 'review',
      head: t('system.nextReview'),
      cell: ({ id, nextReviewOn }) => (
        <>
          {nextReviewOn && <span className="day">{day(nextReviewOn)}</span>}{' '}
          {overdue.has(id) && (
            <Tag tone="late" icon="clock">
              {t('system.late')}
            </Tag>
          )}
        </>
      ),
    },
    ...aspects.map((aspect) => ({
      key: aspect,
      head: t(`aspects.${aspect}`),
      cell: (block: Block) => <JudgementTag judgement={judgementOf(block, aspect, basis)} />,
    })),
  ];
  return <Table label={t('system.tableTitle')} columns={columns} rows={blocks} keyOf={({ id }) => id} />;
}

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useMe } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { Page } from '../shell/page.js';
import { Forbidden, Loaded } from '../shell/states.js';
import { Alert, Paragraph } from '../ui.js';
import { isOverdue } from './state.js';

export type BlockDetails = Schemas['BuildingBlockDetails'];

export const nameOf = ({ code, name }: { readonly code: string; readonly name: string }): string =>
  `${code} ${name}`;

/** The pages above those of the integrity system. */
export function useSystemTrail() {
  const { t } = useTranslation();
  return [
    { label: t('pages.start'), to: '/' },
    { label: t('pages.system'), to: '/building-blocks' },
  ] as const;
}

export function useReview(block: BlockDetails) {
  const { today } = useMe();
  const hasEnded = Boolean(block.validTo && block.validTo < today);
  return { hasEnded, isOverdue: !hasEnded && isOverdue(block, today) };
}

/** Back to the block, with nothing changed. */
export function CancelToBlock({ id }: { readonly id: string }) {
  return <Cancel to="/building-blocks/$buildingBlockId" params={{ buildingBlockId: id }} />;
}

interface BlockFormPageProps {
  readonly title: string | ((block: BlockDetails) => string);
  readonly may: (block: BlockDetails) => boolean;
  readonly children: (block: BlockDetails) => ReactNode;
}

/** A page below a block in which something is done to it, for whoever may. */
export function BlockFormPage({ title, may, children }: BlockFormPageProps) {
  const { t } = useTranslation();
  const { buildingBlockId = '' } = useParams({ strict: false });
  const block = useQuery(queries.buildingBlock(buildingBlockId));
  const trail = [
    ...useSystemTrail(),
    {
      label: block.data ? nameOf(block.data) : t('system.block'),
      to: '/building-blocks/$buildingBlockId',
      params: { buildingBlockId },
    },
  ] as const;
  const heading = typeof title === 'string' ? title : block.data ? title(block.data) : t('system.block');
  return (
    <Page key={buildingBlockId} title={heading} trail={trail} isForm>
      <Loaded query={block}>{(found) => (may(found) ? children(found) : <NotForYou block={found} />)}</Loaded>
    </Page>
  );
}

function NotForYou({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  if (!useReview(block).hasEnded) return <Forbidden />;
  return (
    <div role="alert" className="measure">
      <Alert heading={t('blockForms.endedTitle')} headingLevel={2} severity="warning" headingId={null}>
        <Paragraph>{t('blockForms.ended')}</Paragraph>
      </Alert>
    </div>
  );
}

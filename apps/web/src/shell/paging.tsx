import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PagingProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** A link to another page of the same list. */
  readonly link: (page: number, label: string) => ReactNode;
}

/** The way through a list that is longer than one page; nothing when it is not. */
export function Paging({ page, pageSize, total, link }: PagingProps) {
  const { t } = useTranslation();
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return null;
  return (
    <nav className="paging" aria-label={t('lists.pages')}>
      {page > 1 && link(page - 1, t('lists.previous'))}
      <span>{t('lists.pageOf', { page, last })}</span>
      {page < last && link(page + 1, t('lists.next'))}
    </nav>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFocusAfter } from './focus.js';

interface PagingProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** Where the list stands in a page that has more than the list. */
  readonly hash?: string;
}

/** The way through a list that is longer than one page, which stands in the address; nothing when it is not. */
export function Paging({ page, pageSize, total, hash }: PagingProps) {
  const { t } = useTranslation();
  // On the first and on the last page there is no way on.
  const place = useFocusAfter<HTMLSpanElement>(page);
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return null;
  const link = (other: number, label: string) => (
    <Link to="." search={(now) => ({ ...now, page: other > 1 ? other : undefined })} hash={hash}>
      {label}
    </Link>
  );
  return (
    <nav className="paging" aria-label={t('lists.pages')}>
      {page > 1 && link(page - 1, t('lists.previous'))}
      <span ref={place} tabIndex={-1}>
        {t('lists.pageOf', { page, last })}
      </span>
      {page < last && link(page + 1, t('lists.next'))}
    </nav>
  );
}

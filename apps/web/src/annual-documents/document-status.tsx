import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';

type Status = Schemas['AnnualDocumentView']['status'];

const looks: Record<Status, readonly [TagTone, TagIcon]> = {
  draft: ['plain', 'none'],
  submitted: ['attention', 'clock'],
  adopted: ['info', 'check'],
  published: ['ok', 'check'],
};

export function DocumentStatusTag({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const [tone, icon] = looks[status];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`annualDocuments.status.${status}`)}
    </Tag>
  );
}

import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';

type ActionStatus = Schemas['ActionStatus'];

const looks: Readonly<Record<ActionStatus, readonly [TagTone, TagIcon]>> = {
  planned: ['plain', 'none'],
  running: ['info', 'running'],
  continuous: ['info', 'running'],
  periodic: ['info', 'running'],
  done: ['ok', 'check'],
  delayed: ['attention', 'warning'],
  stopped: ['plain', 'cross'],
};

export function ActionStatusTag({ status }: { readonly status: ActionStatus }) {
  const { t } = useTranslation();
  const [tone, icon] = looks[status];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`actionStatus.${status}`)}
    </Tag>
  );
}

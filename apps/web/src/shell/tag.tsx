import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconClock,
  IconPlayerPlay,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';

const icons = {
  check: IconCheck,
  half: IconCircleHalf2,
  cross: IconX,
  none: IconCircleDashed,
  clock: IconClock,
  running: IconPlayerPlay,
  warning: IconAlertTriangle,
} as const;

export type TagIcon = keyof typeof icons;
export type TagTone = 'ok' | 'info' | 'attention' | 'late' | 'plain';

interface TagProps {
  readonly tone: TagTone;
  readonly icon: TagIcon;
  readonly children: ReactNode;
}

/** A status: always a word and a shape, the colour comes on top. */
export function Tag({ tone, icon, children }: TagProps) {
  const Icon = icons[icon];
  return (
    <span className={`tag tag-${tone}`}>
      <Icon aria-hidden focusable="false" />
      <span className="tag-word">{children}</span>
    </span>
  );
}

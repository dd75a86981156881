import { IconCircleCheckFilled } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';

interface SuccessProps {
  readonly ref?: Ref<HTMLParagraphElement>;
  /** Counts up with each telling: the same words in the same place are not heard again. */
  readonly time?: number;
  /** Nothing as long as nothing was done. */
  readonly children: ReactNode;
}

/**
 * What was done, to whoever sees it and to whoever hears it. It stands in the page before anything is in it: what is
 * in a status from the start is not heard.
 */
export function Success({ ref, time, children: words }: SuccessProps) {
  return (
    <p role="status" ref={ref} tabIndex={-1} className={words ? 'told' : 'ams-visually-hidden'}>
      {words && <IconCircleCheckFilled aria-hidden focusable="false" />}
      <span key={time}>{words}</span>
    </p>
  );
}

import { useState } from 'react';
import { useFocusAfter } from './focus.js';

interface Telling {
  readonly words: string;
  /** The how manieth it is. */
  readonly time: number;
}

/** What came of what was done last. Nothing as long as nothing was. */
export function useTold(): readonly [Telling, (words: string) => void] {
  const [telling, say] = useState<Telling>({ words: '', time: 0 });
  return [telling, (words) => say((last) => (words || last.words ? { words, time: last.time + 1 } : last))];
}

interface ToldProps extends Telling {
  /** Out of sight of what was pressed. */
  readonly isFar?: boolean;
}

/** Says it to whoever sees it and to whoever hears it, and leads there whoever has lost what they pressed. */
export function Told({ words, time, isFar }: ToldProps) {
  const place = useFocusAfter<HTMLParagraphElement>(words && time, isFar);
  return (
    <p role="status" ref={place} tabIndex={-1} className={words ? 'told happened' : 'ams-visually-hidden'}>
      {/* Anew each time: the same words in the same place are not heard again. */}
      <span key={time}>{words}</span>
    </p>
  );
}

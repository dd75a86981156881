import { useContext, useState } from 'react';
import { ForgetArrival } from './arrival.js';
import { useFocusAfter } from './focus.js';
import { Success } from './success.js';

interface Telling {
  readonly words: string;
  /** Counts up with each telling. */
  readonly time: number;
}

/** What came of what was done last. Nothing as long as nothing was. */
export function useTold(): readonly [Telling, (words: string) => void] {
  const forgetArrival = useContext(ForgetArrival);
  const [telling, say] = useState<Telling>({ words: '', time: 0 });
  const tell = (words: string): void => {
    if (words) forgetArrival();
    say((last) => (words || last.words ? { words, time: last.time + 1 } : last));
  };
  return [telling, tell];
}

interface ToldProps extends Telling {
  /** Out of sight of what was pressed. */
  readonly isFar?: boolean;
}

/** Says it to whoever sees it and to whoever hears it, and leads there whoever has lost what they pressed. */
export function Told({ words, time, isFar }: ToldProps) {
  const place = useFocusAfter<HTMLParagraphElement>(words && time, isFar);
  return (
    <Success ref={place} time={time}>
      {words}
    </Success>
  );
}

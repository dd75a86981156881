import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Loading } from './states.js';

/** Sections that come at once, when all that they ask for is there: one that came later would push away what is read. */
export function Together({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const fetching = useIsFetching();
  const [isShown, show] = useState(false);
  // The sections have asked by then: theirs are the first effects.
  useEffect(() => {
    if (client.isFetching() === 0) show(true);
  }, [client, fetching]);
  return (
    <>
      {!isShown && <Loading />}
      <div className="together" hidden={!isShown}>
        {children}
      </div>
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';

/** Ends the session, here and where the provider wants it too. A new page, so that nothing that was seen stays. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/sessions/current')),
    onSuccess: ({ address }) => window.location.assign(address ?? '/sign-in?left=true'),
  });
}

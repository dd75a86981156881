import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Fault } from '../shell/states.js';
import { Button } from '../ui.js';

interface ProviderButtonProps {
  readonly label: string;
  /** Where to be after signing in. */
  readonly returnPath: string;
  /** The token of a one-time link, so that the account is tied to the person at the provider. */
  readonly invitation?: string;
  /** Whether the provider must be surer than it usually is. */
  readonly stepUp?: boolean;
}

export function useHasProvider(): boolean {
  return useQuery(queries.signInOptions).data?.hasProvider ?? false;
}

/** To the identity provider of the organisation; the browser comes back by itself. */
export function ProviderButton({ label, returnPath, invitation, stepUp = false }: ProviderButtonProps) {
  const { t } = useTranslation();
  const begin = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/provider-sign-ins', {
          body: { returnPath, stepUp, ...(invitation && { invitation }) },
        }),
      ),
    onSuccess: ({ address }) => window.location.assign(address),
  });
  return (
    <>
      {begin.error && <Fault error={begin.error} />}
      <div>
        <Button onClick={() => begin.mutate()} aria-busy={begin.isPending}>
          {begin.isPending ? t('states.loading') : label}
        </Button>
      </div>
    </>
  );
}

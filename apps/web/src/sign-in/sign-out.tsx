import { useTranslation } from 'react-i18next';
import { useSignOut } from './use-sign-out.js';

/** The way out. That it did not work has to be seen: whoever leaves a shared device counts on it. */
export function SignOut({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <>
      <button type="button" className="link-button" onClick={() => signOut.mutate()}>
        {label}
      </button>
      <span role="alert" className="failure">
        {signOut.isError && t('app.signOutFailed')}
      </span>
    </>
  );
}

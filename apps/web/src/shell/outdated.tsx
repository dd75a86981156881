import { useTranslation } from 'react-i18next';
import { Alert, Button, Paragraph } from '../ui.js';

interface OutdatedProps {
  readonly title?: string;
  /** What became of what was done, and what to do now. */
  readonly text: string;
  readonly label?: string;
  readonly catchUp: () => void;
}

/** Somebody else changed what is shown here: nothing of theirs was overwritten, and this leads to the newest. */
export function Outdated({ title, text, label, catchUp }: OutdatedProps) {
  const { t } = useTranslation();
  return (
    <div className="measure">
      <Alert heading={title ?? t('forms.outdatedTitle')} headingLevel={2} severity="warning" headingId={null}>
        <Paragraph>{text}</Paragraph>
        <div>
          <Button variant="secondary" onClick={catchUp}>
            {label ?? t('forms.catchUp')}
          </Button>
        </div>
      </Alert>
    </div>
  );
}

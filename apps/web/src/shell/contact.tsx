import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { Heading, Paragraph } from '../ui.js';

function useContact() {
  const profile = useQuery(queries.organisationProfile).data;
  return profile?.contactName || profile?.contactPhone || profile?.contactEmail ? profile : undefined;
}

/** Whom people ask about Weerbaar; nothing as long as the organisation did not say. */
export function Contact() {
  const { t } = useTranslation();
  const contact = useContact();
  if (!contact) return null;
  const { contactName, contactPhone, contactEmail } = contact;
  return (
    <address className="contact">
      <span className="contact-name">{contactName ?? t('states.contact')}</span>
      {contactPhone && <a href={`tel:${contactPhone.replaceAll(/[^+\d]/g, '')}`}>{contactPhone}</a>}
      {contactEmail && <a href={`mailto:${contactEmail}`}>{contactEmail}</a>}
    </address>
  );
}

/** Beside what is asked: whom one can ask. */
export function ContactAside() {
  const { t } = useTranslation();
  if (!useContact()) return null;
  return (
    <aside className="aside" aria-labelledby="ask">
      <Heading level={2} size="level-3" id="ask">
        {t('forms.askTitle')}
      </Heading>
      <Paragraph size="small">{t('forms.ask')}</Paragraph>
      <Contact />
    </aside>
  );
}

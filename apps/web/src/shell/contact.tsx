import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';

/** Whom people ask about Weerbaar; nothing as long as the organisation did not say. */
export function Contact() {
  const { t } = useTranslation();
  const profile = useQuery(queries.organisationProfile).data;
  if (!profile) return null;
  const { contactName, contactPhone, contactEmail } = profile;
  if (!contactName && !contactPhone && !contactEmail) return null;
  return (
    <address className="contact">
      {contactName ?? t('states.contact')}
      {contactPhone && <a href={`tel:${contactPhone.replaceAll(/[^+\d]/g, '')}`}>{contactPhone}</a>}
      {contactEmail && <a href={`mailto:${contactEmail}`}>{contactEmail}</a>}
    </address>
  );
}

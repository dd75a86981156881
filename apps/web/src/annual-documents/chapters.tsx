import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Section } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Tag } from '../shell/tag.js';
import { Paragraph } from '../ui.js';

/** The chapters in order; whoever writes sees which still need a text. */
export function Chapters({
  document: { id: documentId, abilities },
}: {
  readonly document: Schemas['AnnualDocumentView'];
}) {
  const { t } = useTranslation();
  const chapters = useQuery(queries.chapters(documentId));
  return (
    <Section id="chapters" title={t('annualDocuments.chapters')}>
      <Loaded query={chapters} rows={6}>
        {(found) => (
          <div className="stack">
            {abilities.edit && (
              <Paragraph className="measure">
                {t('annualDocuments.chaptersLeft', { count: found.filter(({ written }) => !written).length })}
              </Paragraph>
            )}
            <ul className="plain-list tasks">
              {found.map(({ id, number, title, written }) => (
                <li key={id}>
                  <span>
                    <Link
                      to="/annual-documents/$documentId/chapters/$chapterId"
                      params={{ documentId, chapterId: id }}
                    >
                      {number} {title}
                    </Link>
                  </span>
                  {written && <span>{t('annualDocuments.ready')}</span>}
                  {!written && abilities.edit && (
                    <Tag tone="attention" icon="none">
                      {t('annualDocuments.textNeeded')}
                    </Tag>
                  )}
                  {!written && !abilities.edit && (
                    <span className="muted">{t('annualDocuments.noText')}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

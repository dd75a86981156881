import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Back } from '../shell/cancel.js';
import { useDates } from '../shell/dates.js';
import { useMedia } from '../shell/media.js';
import { Page } from '../shell/page.js';
import { Empty, Fault, Loaded } from '../shell/states.js';
import { Button } from '../ui.js';
import { useDocumentName } from './document-name.js';
import { Files, RenderingProgress } from './renderings.js';
import { useMaking } from './use-making.js';

const route = getRouteApi('/inside/annual-documents/$documentId/preview');

type Rendering = Schemas['RenderingView'];

export const sheets = ['html', 'pdf'] as const;

/** A document as it was made: the web page with the PDF beside it, and on a small screen one of both. */
export function PreviewPage() {
  const { t } = useTranslation();
  const { documentId } = route.useParams();
  const { rendering } = route.useSearch();
  const document = useQuery(queries.annualDocument(documentId));
  const { nameOf, trailOf } = useDocumentName();
  const { data } = document;
  return (
    <Page
      title={data ? t('annualDocuments.previewTitle', { name: nameOf(data) }) : t('annualDocuments.preview')}
      trail={data ? trailOf(data) : [{ label: t('pages.start'), to: '/' }]}
    >
      <Loaded query={document}>
        {(found) =>
          rendering === undefined ? (
            <Newest document={found} name={nameOf(found)} />
          ) : (
            <Preview id={rendering} document={found} name={nameOf(found)} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** Without one that was asked for: what was made last. */
function Newest({ document, name }: PreviewProps) {
  const { t } = useTranslation();
  const made = useQuery(queries.renderings(document.id, 1));
  return (
    <Loaded query={made}>
      {({ items: [newest] }) =>
        newest ? (
          <Preview id={newest.id} document={document} name={name} />
        ) : (
          <div className="stack">
            <Empty>{t('annualDocuments.nothingMade')}</Empty>
            <MakeAgain documentId={document.id} edition="internal" label={t('annualDocuments.generate')} />
          </div>
        )
      }
    </Loaded>
  );
}

interface PreviewProps {
  readonly document: Schemas['AnnualDocumentView'];
  /** Of the document. */
  readonly name: string;
}

function Preview({ id, ...props }: PreviewProps & { readonly id: string }) {
  const rendering = useQuery(queries.rendering(id));
  return <Loaded query={rendering}>{(found) => <Sheets rendering={found} {...props} />}</Loaded>;
}

function Sheets({ rendering, document, name }: PreviewProps & { readonly rendering: Rendering }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  const { documentId, edition, requestedAt, requestedBy, state } = rendering;
  const when = moment(requestedAt);
  return (
    <>
      <div className="stack preview-tools">
        <p>
          {t(`annualDocuments.editions.${edition}`)}.{' '}
          {requestedBy
            ? t('annualDocuments.madeByAt', { when, name: requestedBy.name })
            : t('annualDocuments.madeAt', { when })}
        </p>
        {/* Said while it is waited for; what is there from the start needs no saying. */}
        <p role="status" className={state === 'done' ? 'ams-visually-hidden' : undefined}>
          <RenderingProgress rendering={rendering} />
        </p>
        <Files rendering={rendering} />
        <MakeAgain documentId={documentId} edition={edition} label={t('annualDocuments.makeAgain')}>
          <Back to="/annual-documents/$documentId" params={{ documentId }}>
            {t('annualDocuments.backTo', { name })}
          </Back>
          {document.abilities.publish && (
            <Back to="/annual-documents/$documentId/publish" params={{ documentId }}>
              {t('annualDocuments.backToCheck')}
            </Back>
          )}
        </MakeAgain>
      </div>
      {state === 'done' && <Frames rendering={rendering} />}
    </>
  );
}

interface MakeAgainProps {
  readonly documentId: string;
  readonly edition: Schemas['Edition'];
  readonly label: string;
  readonly children?: ReactNode;
}

function MakeAgain({ documentId, edition, label, children }: MakeAgainProps) {
  const navigate = route.useNavigate();
  const make = useMaking(documentId, ({ id }) =>
    navigate({ search: (given) => ({ ...given, rendering: id }), replace: true, resetScroll: false }),
  );
  return (
    <>
      <div className="tools">
        <Button variant="secondary" onClick={() => make.mutate(edition)}>
          {label}
        </Button>
        {children}
      </div>
      {make.error && <Fault error={make.error} />}
    </>
  );
}

function Frames({ rendering: { files } }: { readonly rendering: Rendering }) {
  const { t } = useTranslation();
  const { show = 'html' } = route.useSearch();
  const isWide = useMedia('(min-width: 60rem)');
  const hrefOf = (format: string) => files.find((file) => file.format === format)?.href;
  const [html, pdf] = [hrefOf('html'), hrefOf('pdf')];
  return (
    <div className="preview">
      {!isWide && (
        <nav aria-label={t('annualDocuments.previewShow')} className="years">
          <ul className="plain-list">
            {sheets.map((sheet) => (
              <li key={sheet}>
                <Link
                  from="/annual-documents/$documentId/preview"
                  to="."
                  search={(given) => ({ ...given, show: sheet })}
                  aria-current={show === sheet ? 'page' : undefined}
                  replace
                  resetScroll={false}
                >
                  {t(`annualDocuments.formats.${sheet}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="sheets">
        {html && (isWide || show === 'html') && (
          // Nothing in it can run, ask or lead elsewhere; what it holds was written by people.
          <iframe sandbox="" src={html} title={t('annualDocuments.formats.html')} className="sheet" />
        )}
        {pdf && (isWide || show === 'pdf') && <PdfSheet href={pdf} />}
      </div>
    </div>
  );
}

/** How the viewers of browsers begin: without a list of pages, as wide as the place. */
const asOnPaper = '#navpanes=0&pagemode=none&view=FitH';

/** Not in a sandbox: the viewers of browsers do not work in one. A browser without a viewer would download it. */
function PdfSheet({ href }: { readonly href: string }) {
  const { t } = useTranslation();
  if (navigator.pdfViewerEnabled)
    return <iframe src={`${href}${asOnPaper}`} title={t('annualDocuments.formats.pdf')} className="sheet" />;
  return (
    <div className="sheet sheet-note">
      <p>{t('annualDocuments.noPdfViewer')}</p>
      <p>
        <a href={href} target="_blank" rel="noreferrer">
          {t('annualDocuments.openPdf')} {t('forms.newTab')}
        </a>
      </p>
    </div>
  );
}

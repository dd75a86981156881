import { Injectable } from '@nestjs/common';
import type { Language } from '@weerbaar/core/figures';
import type { DocumentFormatId } from '@weerbaar/kernel/documents';
import { limits, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import type { Edition } from './edition.js';
import type { RenderingContent } from './rendering-content.js';

/** One edition of one document as asked for. */
export interface Rendering extends RequestedRendering {
  readonly content: RenderingContent;
}

/** The same without what it is made from. */
export interface RequestedRendering {
  readonly id: string;
  readonly documentId: string;
  readonly edition: Edition;
  readonly language: Language;
  readonly productVersion: string;
  readonly contentHash: string;
  readonly requestedAt: Date;
  /** The account of who asked for it first. */
  readonly requestedBy: string | null;
}

export interface RenderedFile {
  readonly renderingId: string;
  readonly format: DocumentFormatId;
  readonly fileId: string;
}

export interface Publication {
  readonly documentId: string;
  readonly renderingId: string;
  readonly publishedAt: Date;
  readonly kind: 'plan' | 'report';
  readonly year: number;
  readonly revision: number;
}

const requestColumns = `id, document_id as "documentId", edition, language, product_version as "productVersion",
  content_hash as "contentHash", requested_at as "requestedAt", requested_by as "requestedBy"`;
const columns = `${requestColumns}, content`;

@Injectable()
export class RenderingRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** The rendering of this content; the one that is there already when it was asked for before. */
  async addOrFind(rendering: Rendering): Promise<Rendering> {
    await this.transactions.manager.query(
      `insert into rendering (id, document_id, edition, language, product_version, content_hash, content, requested_at,
                              requested_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        rendering.id,
        rendering.documentId,
        rendering.edition,
        rendering.language,
        rendering.productVersion,
        rendering.contentHash,
        rendering.content,
        rendering.requestedAt,
        rendering.requestedBy,
      ],
    );
    const [found] = await this.transactions.manager.query<Rendering[]>(
      `select ${columns} from rendering
        where document_id = $1 and edition = $2 and language = $3 and product_version = $4 and content_hash = $5`,
      [
        rendering.documentId,
        rendering.edition,
        rendering.language,
        rendering.productVersion,
        rendering.contentHash,
      ],
    );
    if (!found) throw new Error('a rendering that was just added is not there');
    return found;
  }

  /** @throws Problem `not-found`. */
  async get(id: string): Promise<Rendering> {
    const [rendering] = await this.transactions.manager.query<Rendering[]>(
      `select ${columns} from rendering where id = $1`,
      [id],
    );
    if (!rendering) throw new Problem('not-found');
    return rendering;
  }

  /** Newest first, with how many there are. */
  async ofDocument(
    documentId: string,
    withDrafts: boolean,
    page: PageRequest,
  ): Promise<[RequestedRendering[], number]> {
    const { skip, take } = limits(page);
    const which = `document_id = $1 and ($2 or content->>'status' <> 'draft')`;
    const { manager } = this.transactions;
    const found = await manager.query<RequestedRendering[]>(
      `select ${requestColumns} from rendering where ${which}
        order by requested_at desc, id desc offset $3 limit $4`,
      [documentId, withDrafts, skip, take],
    );
    const [counted] = await manager.query<{ total: number }[]>(
      `select count(*)::int as total from rendering where ${which}`,
      [documentId, withDrafts],
    );
    return [found, counted?.total ?? 0];
  }

  filesOf(renderingIds: readonly string[]): Promise<RenderedFile[]> {
    return this.transactions.manager.query<RenderedFile[]>(
      `select rendering_id as "renderingId", format, file_id as "fileId"
         from rendered_file where rendering_id = any ($1) order by format`,
      [renderingIds],
    );
  }

  async addFile({ renderingId, format, fileId }: RenderedFile): Promise<void> {
    await this.transactions.manager.query(
      `insert into rendered_file (rendering_id, format, file_id) values ($1, $2, $3) on conflict do nothing`,
      [renderingId, format, fileId],
    );
  }

  /** Drafts asked for before a moment, after which the same edition was asked for once more; by id. */
  async supersededDrafts(before: Date): Promise<readonly string[]> {
    const rows = await this.transactions.manager.query<{ id: string }[]>(
      `select r.id from rendering r
        where r.content->>'status' = 'draft' and r.requested_at < $1
          and exists (select from rendering later
                       where later.document_id = r.document_id and later.edition = r.edition
                         and later.language = r.language and later.requested_at > r.requested_at)
          and not exists (select from publication p where p.rendering_id = r.id)`,
      [before],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns the files they had, which are the caller's to remove. */
  async forget(ids: readonly string[]): Promise<readonly RenderedFile[]> {
    const files = await this.filesOf(ids);
    await this.transactions.manager.query('delete from rendered_file where rendering_id = any ($1)', [ids]);
    await this.transactions.manager.query('delete from rendering where id = any ($1)', [ids]);
    return files;
  }

  async publish(documentId: string, renderingId: string, publishedAt: Date): Promise<void> {
    await this.transactions.manager.query(
      'insert into publication (document_id, rendering_id, published_at) values ($1, $2, $3)',
      [documentId, renderingId, publishedAt],
    );
  }

  /**
   * What the world may read: newest year first, of each plan or report the newest revision of which the
   * files are there. Until a correction is made, what it corrects stays where it was.
   */
  publications(): Promise<Publication[]> {
    return this.transactions.manager.query<Publication[]>(
      `select distinct on (c.year, d.kind) p.document_id as "documentId", p.rendering_id as "renderingId",
              p.published_at as "publishedAt", d.kind, c.year, d.revision
         from publication p
         join annual_document d on d.organisation_id = p.organisation_id and d.id = p.document_id
         join annual_cycle c on c.organisation_id = d.organisation_id and c.id = d.cycle_id
        where exists (select from rendered_file f
                       where f.organisation_id = p.organisation_id and f.rendering_id = p.rendering_id)
        order by c.year desc, d.kind, d.revision desc`,
    );
  }

  /** @throws Problem `not-found` when the document was not published. */
  async publicationOf(documentId: string): Promise<string> {
    const [publication] = await this.transactions.manager.query<{ renderingId: string }[]>(
      'select rendering_id as "renderingId" from publication where document_id = $1',
      [documentId],
    );
    if (!publication) throw new Problem('not-found');
    return publication.renderingId;
  }
}

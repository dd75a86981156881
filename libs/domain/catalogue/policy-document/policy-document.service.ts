import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import {
  newId,
  type Page,
  pageOf,
  type PageRequest,
  presentPage,
  TransactionRunner,
} from '@weerbaar/kernel/database';
import { FileStore, type OpenFile } from '@weerbaar/kernel/files';
import { documentUpload, type IncomingFile, storedWith } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';
import { mayAddPolicyDocuments } from '../building-block/building-block.policy.js';
import { BuildingBlockRepository } from '../building-block/building-block.repository.js';
import { DerivedStateService } from '../derived-state/derived-state.service.js';
import type { NewPolicyDocument, NewPolicyDocumentVersion } from './policy-document.dto.js';
import type { PolicyDocument } from './policy-document.entity.js';
import { PolicyDocumentRepository } from './policy-document.repository.js';
import { versionInForce } from './policy-document.validity.js';
import type { PolicyDocumentVersion } from './policy-document-version.entity.js';

export interface ShownDocument {
  readonly document: PolicyDocument;
  /** The newest first. */
  readonly versions: readonly PolicyDocumentVersion[];
  /** The version that applies today. */
  readonly inForce: PolicyDocumentVersion | undefined;
}

@Injectable()
export class PolicyDocumentService {
  constructor(
    private readonly documents: PolicyDocumentRepository,
    private readonly blocks: BuildingBlockRepository,
    private readonly states: DerivedStateService,
    private readonly files: FileStore,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(_actor: Actor, buildingBlockId: string, page: PageRequest): Promise<Page<ShownDocument>> {
    return this.transactions.run(async () => {
      await this.blocks.get(buildingBlockId);
      const found = pageOf(page, await this.documents.ofBlock(buildingBlockId, page));
      const versions = await this.documents.versionsOf(found.items.map(({ id }) => id));
      return presentPage(found, (document) => this.shown(document, versions));
    });
  }

  /** A document without a version is announced, not adopted. */
  add(actor: Actor, buildingBlockId: string, { title, kind }: NewPolicyDocument): Promise<ShownDocument> {
    return this.transactions.run(async () => {
      await this.requireMayAdd(actor, buildingBlockId);
      await this.blocks.touch(buildingBlockId);
      const document = await this.documents.add({ id: newId(), version: 1, buildingBlockId, title, kind });
      await this.audit.record(actor, {
        action: 'catalogue.policy-document-added',
        objectType: 'building-block',
        objectId: buildingBlockId,
        after: { policyDocumentId: document.id, title, kind },
      });
      return this.shown(document, []);
    });
  }

  /**
   * Adds the text as it was adopted; earlier versions stay as they are. Not inside a transaction.
   * @throws Problem `invalid-input` without a file and without a place where it can be read.
   */
  async addVersion(
    actor: Actor,
    policyDocumentId: string,
    wanted: NewPolicyDocumentVersion,
    file?: IncomingFile,
  ): Promise<ShownDocument> {
    this.requireAdopted(wanted);
    requireFindable(wanted, file);
    // Before a file is taken in; without one, the check beside the change is enough.
    if (file) await this.transactions.run(() => this.addable(actor, policyDocumentId));
    return storedWith(this.files, actor, documentUpload('policy-document'), file, (fileId) =>
      this.transactions.run(() => this.recordVersion(actor, policyDocumentId, wanted, fileId)),
    );
  }

  /** @throws Problem `not-found` when the version has no file here. */
  async openFile(_actor: Actor, policyDocumentId: string, number: number): Promise<OpenFile> {
    const { fileId } = await this.transactions.run(() => this.documents.getVersion(policyDocumentId, number));
    if (!fileId) throw new Problem('not-found');
    return this.files.open(fileId);
  }

  private async recordVersion(
    actor: Actor,
    policyDocumentId: string,
    wanted: NewPolicyDocumentVersion,
    fileId: string | null,
  ): Promise<ShownDocument> {
    const document = await this.addable(actor, policyDocumentId);
    await this.blocks.touch(document.buildingBlockId);
    const version: PolicyDocumentVersion = {
      id: newId(),
      policyDocumentId,
      number: await this.documents.nextNumber(policyDocumentId),
      fileId,
      adoptedOn: wanted.adoptedOn,
      adoptedBy: wanted.adoptedBy,
      validFrom: wanted.validFrom,
      publicationPlace: wanted.publicationPlace ?? null,
      changeNote: wanted.changeNote ?? null,
      recordedAt: this.clock.now(),
      recordedBy: actor.accountId,
    };
    await this.documents.addVersion(version);
    await this.states.refresh([document.buildingBlockId]);
    await this.recordInAudit(actor, document, version);
    return this.shown(document, await this.documents.versionsOf([policyDocumentId]));
  }

  private recordInAudit(
    actor: Actor,
    document: PolicyDocument,
    version: PolicyDocumentVersion,
  ): Promise<void> {
    const { number, adoptedOn, adoptedBy, validFrom, publicationPlace, fileId } = version;
    return this.audit.record(actor, {
      action: 'catalogue.policy-document-version-added',
      objectType: 'building-block',
      objectId: document.buildingBlockId,
      after: {
        policyDocumentId: document.id,
        title: document.title,
        number,
        adoptedOn,
        adoptedBy,
        validFrom,
        publicationPlace,
        fileId,
      },
    });
  }

  private async addable(actor: Actor, policyDocumentId: string): Promise<PolicyDocument> {
    const document = await this.documents.get(policyDocumentId);
    await this.requireMayAdd(actor, document.buildingBlockId);
    return document;
  }

  private async requireMayAdd(actor: Actor, buildingBlockId: string): Promise<void> {
    const block = await this.blocks.get(buildingBlockId);
    requireAllowed(mayAddPolicyDocuments(actor, block, this.clock.today()));
  }

  private requireAdopted({ adoptedOn }: NewPolicyDocumentVersion): void {
    if (adoptedOn <= this.clock.today()) return;
    throw Problem.invalid({
      path: 'adoptedOn',
      code: 'in-the-future',
      message: { nl: 'Deze dag ligt in de toekomst.', en: 'This day is in the future.' },
    });
  }

  private shown(document: PolicyDocument, versions: readonly PolicyDocumentVersion[]): ShownDocument {
    const own = versions.filter(({ policyDocumentId }) => policyDocumentId === document.id);
    return { document, versions: own, inForce: versionInForce(own, this.clock.today()) };
  }
}

function requireFindable(
  { publicationPlace }: NewPolicyDocumentVersion,
  file: IncomingFile | undefined,
): void {
  if (file || publicationPlace) return;
  throw Problem.invalid({
    path: 'publicationPlace',
    code: 'required',
    message: {
      nl: 'Voeg het document toe of vul in waar het te lezen is.',
      en: 'Add the document or enter where it can be read.',
    },
  });
}

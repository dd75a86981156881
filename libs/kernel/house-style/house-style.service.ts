import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog, difference } from '@weerbaar/kernel/audit';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { FileStore, type OpenFile, type Upload } from '@weerbaar/kernel/files';
import { type IncomingFile, storedWith } from '@weerbaar/kernel/http';
import { OrganisationSetup } from '@weerbaar/kernel/organisations';
import { type Fault, Problem } from '@weerbaar/kernel/problems';
import { contrastOf } from './contrast.js';
import type { HouseStyleChange } from './house-style.dto.js';
import type { HouseStyle } from './house-style.entity.js';
import { HouseStyleRepository } from './house-style.repository.js';

/** Until an organisation chooses its own. */
const ordinaryColours = { brandColour: '#0b3a4f', actionColour: '#0b5a7a' } as const;

const readableContrast = 4.5;

/** No SVG: it can hold scripts, and the logo stands on the page where people sign in. */
const logoUpload: Omit<Upload, 'name'> = {
  purpose: 'house-style.logo',
  accept: ['image/png', 'image/jpeg'],
  limitBytes: 512 * 1024,
};

@Injectable()
export class HouseStyleService implements OnModuleInit {
  constructor(
    private readonly styles: HouseStyleRepository,
    private readonly files: FileStore,
    private readonly setup: OrganisationSetup,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.setup.register({ part: 'house-style', setUp: () => this.begin() });
  }

  current(): Promise<HouseStyle> {
    return this.transactions.run(() => this.styles.current());
  }

  /** @throws Problem `not-found` when there is no logo. */
  async openLogo(): Promise<OpenFile> {
    const { logoFileId } = await this.current();
    if (!logoFileId) throw new Problem('not-found');
    return this.files.open(logoFileId);
  }

  /**
   * Not inside a transaction when there is a logo.
   * @throws Problem `invalid-input` when a colour can't be read beside white (WCAG 2.2, 1.4.3).
   */
  async change(
    actor: Actor,
    version: number,
    { removeLogo, ...colours }: HouseStyleChange,
    logo?: IncomingFile,
  ): Promise<HouseStyle> {
    requireReadable(colours);
    const { before, after } = await storedWith(this.files, actor, logoUpload, logo, (fileId) =>
      this.transactions.run(() =>
        this.record(actor, version, {
          ...given(colours),
          ...(fileId !== null || removeLogo ? { logoFileId: fileId } : {}),
        }),
      ),
    );
    if (before.logoFileId && before.logoFileId !== after.logoFileId)
      await this.files.remove(before.logoFileId);
    return after;
  }

  private async record(
    actor: Actor,
    version: number,
    changes: Partial<HouseStyle>,
  ): Promise<{ readonly before: HouseStyle; readonly after: HouseStyle }> {
    const before = await this.styles.current();
    const after = await this.styles.change(before.id, version, changes);
    await this.audit.record(actor, {
      action: 'house-style.changed',
      objectType: 'house-style',
      objectId: after.id,
      ...difference(before, after),
    });
    return { before, after };
  }

  private async begin(): Promise<void> {
    await this.styles.add({ id: newId(), version: 1, ...ordinaryColours, logoFileId: null });
  }
}

type Colours = Omit<HouseStyleChange, 'removeLogo'>;

function given(colours: Colours): Partial<HouseStyle> {
  return Object.fromEntries(
    Object.entries(colours).flatMap(([name, colour]) =>
      typeof colour === 'string' ? [[name, colour.toLowerCase()]] : [],
    ),
  );
}

function requireReadable(colours: Colours): void {
  const faults = Object.entries(given(colours)).flatMap(([path, colour]) =>
    contrastOf(String(colour), '#ffffff') < readableContrast ? [tooLight(path)] : [],
  );
  if (faults.length > 0) throw Problem.invalid(...faults);
}

function tooLight(path: string): Fault {
  return {
    path,
    code: 'contrast-too-low',
    message: {
      nl: 'Deze kleur is te licht: naast wit is hij niet goed te lezen. Kies een donkerdere kleur.',
      en: 'This colour is too light to be read beside white. Choose a darker one.',
    },
  };
}

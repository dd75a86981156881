import type { Localised } from '@weerbaar/core/figures';
import { type Role, roles } from '@weerbaar/kernel/context';
import assessmentScaleData from './assessment-scale.json' with { type: 'json' };
import baseNormData from './base-norms.json' with { type: 'json' };
import buildingBlockData from './building-blocks.json' with { type: 'json' };
import themeData from './themes.json' with { type: 'json' };

export const themeCodes = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;
export type ThemeCode = (typeof themeCodes)[number];

/** Preventive measures stop a breach from happening, repressive ones answer it. */
export const measureNatures = ['preventive', 'repressive', 'both'] as const;
export type MeasureNature = (typeof measureNatures)[number];

/** Hard controls are rules and procedures, soft controls work through culture and behaviour. */
export const controlKinds = ['hard', 'soft', 'both'] as const;
export type ControlKind = (typeof controlKinds)[number];

export const assessmentAspects = ['design', 'existence', 'operation'] as const;
export type AssessmentAspect = (typeof assessmentAspects)[number];

export const assessmentJudgements = ['sufficient', 'partial', 'insufficient'] as const;
export type AssessmentJudgement = (typeof assessmentJudgements)[number];

export interface ThemeContent {
  readonly code: ThemeCode;
  readonly name: Localised;
  readonly purpose: Localised;
}

/** A topic of the national base set for integrity policy (Modelaanpak Basisnormen Integriteit). */
export interface BaseNormContent {
  readonly code: string;
  readonly name: Localised;
}

export interface BuildingBlockContent {
  /** Theme number and letter, such as `3a`. */
  readonly code: string;
  readonly theme: ThemeCode;
  readonly name: Localised;
  readonly purpose: Localised;
  readonly nature: MeasureNature;
  readonly control: ControlKind;
  /** Act and article, or null where no rule demands this block. */
  readonly legalBasis: Localised | null;
  /** Codes of the base norms this block serves; empty where it goes beyond the base set. */
  readonly baseNorms: readonly string[];
  readonly defaultOwnerRole: Role;
  /** Months between two reviews, 6 to 48. */
  readonly reviewIntervalMonths: number;
  /** What can be shown to prove that the block works, not just exists. */
  readonly evidence: readonly Localised[];
}

export interface ScaleStep<Code extends string> {
  readonly code: Code;
  readonly name: Localised;
  readonly explanation: Localised;
}

export interface CatalogueReferenceContent {
  /** Year and serial number of the set of building blocks; an organisation's set records where it came from. */
  readonly version: string;
  readonly themes: readonly ThemeContent[];
  readonly baseNorms: readonly BaseNormContent[];
  readonly blocks: readonly BuildingBlockContent[];
  readonly assessmentScale: {
    readonly aspects: readonly ScaleStep<AssessmentAspect>[];
    readonly judgements: readonly ScaleStep<AssessmentJudgement>[];
  };
}

/** The generic content every organisation starts from. Local names live in the organisation's own set. */
export const referenceContent: CatalogueReferenceContent = load();

function load(): CatalogueReferenceContent {
  const content: CatalogueReferenceContent = {
    version: buildingBlockData.version,
    themes: themeData.themes.map((theme) => ({ ...theme, code: oneOf(themeCodes, theme.code) })),
    baseNorms: baseNormData.baseNorms,
    blocks: buildingBlockData.blocks.map((block) => ({
      ...block,
      theme: oneOf(themeCodes, block.theme),
      nature: oneOf(measureNatures, block.nature),
      control: oneOf(controlKinds, block.control),
      defaultOwnerRole: oneOf(roles, block.defaultOwnerRole),
    })),
    assessmentScale: {
      aspects: assessmentScaleData.aspects.map((step) => ({
        ...step,
        code: oneOf(assessmentAspects, step.code),
      })),
      judgements: assessmentScaleData.judgements.map((step) => ({
        ...step,
        code: oneOf(assessmentJudgements, step.code),
      })),
    },
  };
  assertConsistent(content);
  return content;
}

/** Fails the start of the program rather than letting a typing error reach an organisation's set. */
function assertConsistent(content: CatalogueReferenceContent): void {
  const normCodes = content.baseNorms.map((norm) => norm.code);
  for (const entries of [content.themes, content.baseNorms, content.blocks]) assertUnique(entries);
  for (const block of content.blocks) {
    if (!block.code.startsWith(block.theme)) {
      throw new Error(`Reference content: block ${block.code} is filed under theme ${block.theme}`);
    }
    for (const norm of block.baseNorms) oneOf(normCodes, norm);
  }
}

function assertUnique(entries: readonly { readonly code: string }[]): void {
  const seen = new Set<string>();
  for (const { code } of entries) {
    if (seen.has(code)) throw new Error(`Reference content: code "${code}" occurs twice`);
    seen.add(code);
  }
}

function oneOf<Code extends string>(known: readonly Code[], value: string): Code {
  const code = known.find((candidate) => candidate === value);
  if (code === undefined) {
    throw new Error(`Reference content: "${value}" is not one of ${known.join(', ')}`);
  }
  return code;
}

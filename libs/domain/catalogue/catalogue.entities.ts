import type { EntityClass } from '@weerbaar/kernel/database';
import { Assessment } from './assessment/assessment.entity.js';
import { BuildingBlock } from './building-block/building-block.entity.js';
import { DerivedState } from './derived-state/derived-state.entity.js';
import { NetworkMember } from './network/network-member.entity.js';
import { PolicyDocument } from './policy-document/policy-document.entity.js';
import { PolicyDocumentVersion } from './policy-document/policy-document-version.entity.js';

export const catalogueEntities: readonly EntityClass[] = [
  Assessment,
  BuildingBlock,
  DerivedState,
  NetworkMember,
  PolicyDocument,
  PolicyDocumentVersion,
];

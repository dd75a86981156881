import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import {
  AnswersFile,
  AnswersPage,
  download,
  type IncomingFile,
  PageQuery,
  TakesUpload,
  Uploaded,
} from '@weerbaar/kernel/http';
import { cataloguePermissions } from '../catalogue.permissions.js';
import {
  NewPolicyDocument,
  NewPolicyDocumentVersion,
  PolicyDocumentVersionPath,
  PolicyDocumentView,
} from './policy-document.dto.js';
import { forColleague } from './policy-document.presenter.js';
import { PolicyDocumentService } from './policy-document.service.js';

@ApiTags('catalogue')
@Controller()
export class PolicyDocumentController {
  constructor(private readonly documents: PolicyDocumentService) {}

  @Get('building-blocks/:buildingBlockId/policy-documents')
  @Allow(cataloguePermissions.read)
  @ApiOperation({ summary: 'The policy documents of a building block with all their versions' })
  @AnswersPage(PolicyDocumentView)
  async list(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) buildingBlockId: string,
    @Query() query: PageQuery,
  ): Promise<Page<PolicyDocumentView>> {
    return presentPage(await this.documents.list(actor, buildingBlockId, query), forColleague);
  }

  @Post('building-blocks/:buildingBlockId/policy-documents')
  @Allow(cataloguePermissions.contribute)
  @ApiOperation({ summary: 'Add a policy document; its text comes with its first version' })
  @ApiCreatedResponse({ type: PolicyDocumentView })
  async add(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) buildingBlockId: string,
    @Body() body: NewPolicyDocument,
  ): Promise<PolicyDocumentView> {
    return forColleague(await this.documents.add(actor, buildingBlockId, body));
  }

  @Post('policy-documents/:policyDocumentId/versions')
  @Allow(cataloguePermissions.contribute)
  @ApiOperation({ summary: 'Add the text as it was adopted; earlier versions stay as they are' })
  @TakesUpload(NewPolicyDocumentVersion)
  @ApiCreatedResponse({ type: PolicyDocumentView })
  async addVersion(
    @CurrentActor() actor: Actor,
    @Param('policyDocumentId', ParseUUIDPipe) id: string,
    @Body() body: NewPolicyDocumentVersion,
    @Uploaded() file: IncomingFile | undefined,
  ): Promise<PolicyDocumentView> {
    return forColleague(await this.documents.addVersion(actor, id, body, file));
  }

  @Get('policy-documents/:policyDocumentId/versions/:number/file')
  @Allow(cataloguePermissions.read)
  @ApiOperation({ summary: 'The text of one version' })
  @AnswersFile()
  async file(
    @CurrentActor() actor: Actor,
    @Param() { policyDocumentId, number }: PolicyDocumentVersionPath,
  ): Promise<StreamableFile> {
    return download(await this.documents.openFile(actor, policyDocumentId, number));
  }
}

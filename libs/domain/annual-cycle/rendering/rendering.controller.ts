import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, CurrentActor, Public } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { withStyleHash } from '@weerbaar/kernel/documents';
import type { OpenFile } from '@weerbaar/kernel/files';
import { AnswersPage, type HttpReply, PageQuery, SeenVersion, sendFile } from '@weerbaar/kernel/http';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';
import { NewRendering, PublicationView, RenderingView } from './rendering.dto.js';
import { forPublic, forReader } from './rendering.presenter.js';
import { RenderingService } from './rendering.service.js';

/** A document needs its own style, with the typeface inside, and nothing else; whatever it holds, it can run and load nothing. */
async function sendDocument(reply: HttpReply, { file, chunks }: OpenFile, framedBy: "'none'" | "'self'") {
  const isPage = file.mediaType === 'text/html';
  const styled = isPage ? await withStyleHash(chunks) : { chunks, styleHash: "'none'" };
  await sendFile(
    reply,
    { file, chunks: styled.chunks },
    {
      contentPolicy: `default-src 'none'; style-src ${styled.styleHash}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors ${framedBy}`,
      framedBySelf: framedBy === "'self'",
    },
  );
}

@ApiTags('annual documents')
@Controller()
export class RenderingController {
  constructor(private readonly renderings: RenderingService) {}

  @Post('annual-documents/:documentId/renderings')
  @HttpCode(202)
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'Make an edition in all formats; the same content gives the same job' })
  @ApiAcceptedResponse({ type: RenderingView })
  async request(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Body() { edition, language = 'nl' }: NewRendering,
  ): Promise<RenderingView> {
    return forReader(await this.renderings.request(actor, documentId, edition, language));
  }

  @Get('annual-documents/:documentId/renderings')
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'What was made of a document, newest first' })
  @AnswersPage(RenderingView)
  async list(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Query() query: PageQuery,
  ): Promise<Page<RenderingView>> {
    return presentPage(await this.renderings.list(actor, documentId, query), forReader);
  }

  @Get('renderings/:renderingId')
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'How far the making of a document is, and its files' })
  @ApiOkResponse({ type: RenderingView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('renderingId', ParseUUIDPipe) id: string,
  ): Promise<RenderingView> {
    return forReader(await this.renderings.get(actor, id));
  }

  @Get('renderings/:renderingId/files/:format')
  @Allow(annualCyclePermissions.readDocuments)
  @ApiOperation({ summary: 'One file of a document; a page of ours may show it in a frame' })
  @ApiOkResponse({ description: 'The file' })
  async file(
    @CurrentActor() actor: Actor,
    @Param('renderingId', ParseUUIDPipe) id: string,
    @Param('format') format: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocument(reply, await this.renderings.open(actor, id, format), "'self'");
  }

  @Post('annual-documents/:documentId/_publish')
  @HttpCode(204)
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Make an adopted document public' })
  @ApiNoContentResponse({ description: 'Published; the files follow within a minute' })
  async publish(
    @CurrentActor() actor: Actor,
    @Param('documentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
  ): Promise<void> {
    await this.renderings.publish(actor, id, version);
  }

  @Get('publications')
  @Public('Ambtenarenwet 2017, art. 4(4): the yearly account is public')
  @ApiOperation({ summary: 'Published plans and reports' })
  @ApiOkResponse({ type: [PublicationView] })
  async publications(): Promise<PublicationView[]> {
    return (await this.renderings.publications()).map(forPublic);
  }

  @Get('publications/:documentId/files/:format')
  @Public('Ambtenarenwet 2017, art. 4(4): the yearly account is public')
  @ApiOperation({ summary: 'One file of a published document' })
  @ApiOkResponse({ description: 'The file' })
  async publishedFile(
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Param('format') format: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await sendDocument(reply, await this.renderings.openPublished(documentId, format), "'none'");
  }
}

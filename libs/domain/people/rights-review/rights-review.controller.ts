import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage, PageQuery, SeenVersion } from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import {
  NewRightsReview,
  ReviewHandover,
  ReviewLineQuery,
  ReviewLineView,
  ReviewSignature,
  RightsReviewDetailView,
  RightsReviewView,
} from './rights-review.dto.js';
import { lineForReader, reviewForOverseer, reviewInDetailForOverseer } from './rights-review.presenter.js';
import { RightsReviewService } from './rights-review.service.js';

@ApiTags('people')
@Controller()
export class RightsReviewController {
  constructor(private readonly reviews: RightsReviewService) {}

  @Post('rights-reviews')
  @Allow(peoplePermissions.manageRightsReviews)
  @ApiOperation({ summary: 'Start the review of rights of this year or quarter, once' })
  @ApiCreatedResponse({ type: RightsReviewDetailView })
  async start(
    @CurrentActor() actor: Actor,
    @Body() wanted: NewRightsReview,
  ): Promise<RightsReviewDetailView> {
    return reviewInDetailForOverseer(await this.reviews.start(actor, wanted));
  }

  @Get('rights-reviews')
  @Allow(peoplePermissions.readRoles)
  @ApiOperation({ summary: 'Reviews of rights and how far they are, the latest first' })
  @AnswersPage(RightsReviewView)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<RightsReviewView>> {
    return presentPage(await this.reviews.list(actor, query), reviewForOverseer);
  }

  @Get('rights-reviews/:reviewId')
  @Allow(peoplePermissions.readRoles)
  @ApiOperation({ summary: 'One review, with how far each reviewer is' })
  @ApiOkResponse({ type: RightsReviewDetailView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('reviewId', ParseUUIDPipe) id: string,
  ): Promise<RightsReviewDetailView> {
    return reviewInDetailForOverseer(await this.reviews.get(actor, id));
  }

  @Get('rights-reviews/:reviewId/lines')
  @Allow(peoplePermissions.readRoles)
  @ApiOperation({ summary: 'The lines of one review, those still open first' })
  @AnswersPage(ReviewLineView)
  async lines(
    @CurrentActor() actor: Actor,
    @Param('reviewId', ParseUUIDPipe) id: string,
    @Query() query: ReviewLineQuery,
  ): Promise<Page<ReviewLineView>> {
    const { page, ...beside } = await this.reviews.linesOf(actor, id, query, query);
    return presentPage(page, (line) => lineForReader(actor, line, beside));
  }

  @Get('rights-review-lines')
  @Allow(peoplePermissions.reviewRights)
  @ApiOperation({ summary: 'What you are asked to sign, and what you signed' })
  @AnswersPage(ReviewLineView)
  async own(@CurrentActor() actor: Actor, @Query() query: ReviewLineQuery): Promise<Page<ReviewLineView>> {
    const { page, ...beside } = await this.reviews.linesFor(actor, query, query);
    return presentPage(page, (line) => lineForReader(actor, line, beside));
  }

  @Get('rights-review-lines/:lineId')
  @Allow(peoplePermissions.reviewRights)
  @ApiOperation({ summary: 'One line that is yours to sign, or to hand over' })
  @ApiOkResponse({ type: ReviewLineView })
  async line(
    @CurrentActor() actor: Actor,
    @Param('lineId', ParseUUIDPipe) id: string,
  ): Promise<ReviewLineView> {
    const { line, ...beside } = await this.reviews.lineFor(actor, id);
    return lineForReader(actor, line, beside);
  }

  @Post('rights-review-lines/:lineId/_sign')
  @HttpCode(200)
  @Allow(peoplePermissions.reviewRights)
  @ApiOperation({ summary: 'Sign a line for good: the right stays, or ends at once' })
  @ApiOkResponse({ type: ReviewLineView })
  async sign(
    @CurrentActor() actor: Actor,
    @Param('lineId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() signature: ReviewSignature,
  ): Promise<ReviewLineView> {
    const { line, ...beside } = await this.reviews.sign(actor, id, version, signature);
    return lineForReader(actor, line, beside);
  }

  @Post('rights-review-lines/:lineId/_hand-over')
  @HttpCode(200)
  @Allow(peoplePermissions.manageRightsReviews)
  @ApiOperation({ summary: 'Give a line to another reviewer, for example because the reviewer has left' })
  @ApiOkResponse({ type: ReviewLineView })
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('lineId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() { reviewerId }: ReviewHandover,
  ): Promise<ReviewLineView> {
    const { line, ...beside } = await this.reviews.handOver(actor, id, version, reviewerId);
    return lineForReader(actor, line, beside);
  }
}

import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';
import { OwnRoundView, ProgressRoundView, RemindedView, RoundParameters } from './progress-round.dto.js';
import { roundForOwner, roundForReader } from './progress-round.presenter.js';
import { ProgressRoundService } from './progress-round.service.js';

@ApiTags('annual cycle')
@Controller('annual-cycles/:year/progress-rounds/:quarter')
export class ProgressRoundController {
  constructor(private readonly rounds: ProgressRoundService) {}

  @Get()
  @Allow(annualCyclePermissions.read)
  @ApiOperation({ summary: 'Who told how their actions go in a quarter, and who did not yet' })
  @ApiOkResponse({ type: ProgressRoundView })
  async get(
    @CurrentActor() actor: Actor,
    @Param() { year, quarter }: RoundParameters,
  ): Promise<ProgressRoundView> {
    return roundForReader(await this.rounds.get(actor, year, quarter));
  }

  @Get('own')
  @Allow(annualCyclePermissions.report)
  @ApiOperation({ summary: 'Your own actions that are asked about in a quarter' })
  @ApiOkResponse({ type: OwnRoundView })
  async own(
    @CurrentActor() actor: Actor,
    @Param() { year, quarter }: RoundParameters,
  ): Promise<OwnRoundView> {
    return roundForOwner(await this.rounds.own(actor, year, quarter));
  }

  @Post('_remind')
  @HttpCode(200)
  @Allow(annualCyclePermissions.edit)
  @ApiOperation({ summary: 'Remind who did not report yet; nobody twice on a day' })
  @ApiOkResponse({ type: RemindedView })
  async remind(
    @CurrentActor() actor: Actor,
    @Param() { year, quarter }: RoundParameters,
  ): Promise<RemindedView> {
    const { reminded, round } = await this.rounds.remind(actor, year, quarter);
    return { reminded, round: roundForReader(round) };
  }
}

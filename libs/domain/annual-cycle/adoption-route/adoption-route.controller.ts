import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { SeenVersion } from '@weerbaar/kernel/http';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';
import { AdoptionRouteChange, AdoptionRouteView } from './adoption-route.dto.js';
import { forReader } from './adoption-route.presenter.js';
import { AdoptionRouteService } from './adoption-route.service.js';

@ApiTags('annual documents')
@Controller('adoption-routes/current')
export class AdoptionRouteController {
  constructor(private readonly routes: AdoptionRouteService) {}

  @Get()
  @Allow(annualCyclePermissions.readRoute)
  @ApiOperation({ summary: 'By which steps the plan and report are adopted' })
  @ApiOkResponse({ type: AdoptionRouteView })
  async get(@CurrentActor() actor: Actor): Promise<AdoptionRouteView> {
    return forReader(await this.routes.get(actor));
  }

  @Put()
  @Allow(annualCyclePermissions.setRoute)
  @ApiOperation({ summary: 'Set the steps; documents on their way keep the route they began' })
  @ApiOkResponse({ type: AdoptionRouteView })
  async replace(
    @CurrentActor() actor: Actor,
    @SeenVersion() version: number,
    @Body() { steps }: AdoptionRouteChange,
  ): Promise<AdoptionRouteView> {
    return forReader(await this.routes.replace(actor, version, steps));
  }
}

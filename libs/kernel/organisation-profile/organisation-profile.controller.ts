import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, Public } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { SeenVersion } from '@weerbaar/kernel/http';
import { OrganisationProfileChange, OrganisationProfileView } from './organisation-profile.dto.js';
import { organisationProfilePermissions } from './organisation-profile.permissions.js';
import { forPublic } from './organisation-profile.presenter.js';
import { OrganisationProfileService } from './organisation-profile.service.js';

@ApiTags('organisation profile')
@Controller('organisation-profile')
export class OrganisationProfileController {
  constructor(private readonly profiles: OrganisationProfileService) {}

  @Get()
  @Public('whoever can not sign in must see whom to ask')
  @ApiOperation({ summary: 'How the organisation calls itself, and whom people ask about Weerbaar' })
  @ApiOkResponse({ type: OrganisationProfileView })
  async get(): Promise<OrganisationProfileView> {
    return forPublic(await this.profiles.current());
  }

  @Patch()
  @Allow(organisationProfilePermissions.edit)
  @ApiOperation({ summary: 'Change name or contact' })
  @ApiOkResponse({ type: OrganisationProfileView })
  async change(
    @CurrentActor() actor: Actor,
    @SeenVersion() version: number,
    @Body() change: OrganisationProfileChange,
  ): Promise<OrganisationProfileView> {
    return forPublic(await this.profiles.change(actor, version, change));
  }
}

import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { cataloguePermissions } from '../catalogue.permissions.js';
import { NewNetworkMember } from './network-member.dto.js';
import { NetworkMemberService } from './network-member.service.js';

@ApiTags('catalogue')
@Controller('building-blocks/:buildingBlockId/members')
export class NetworkMemberController {
  constructor(private readonly members: NetworkMemberService) {}

  @Post()
  @HttpCode(204)
  @Allow(cataloguePermissions.manage)
  @ApiOperation({ summary: 'Add a person to the network of a building block' })
  @ApiNoContentResponse({ description: 'The person is a member from today' })
  add(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) buildingBlockId: string,
    @Body() { personId }: NewNetworkMember,
  ): Promise<void> {
    return this.members.add(actor, buildingBlockId, personId);
  }

  @Delete(':memberId')
  @HttpCode(204)
  @Allow(cataloguePermissions.manage)
  @ApiOperation({ summary: 'End the membership of a person; it stays on record' })
  @ApiNoContentResponse({ description: 'The membership has ended' })
  remove(
    @CurrentActor() actor: Actor,
    @Param('buildingBlockId', ParseUUIDPipe) buildingBlockId: string,
    @Param('memberId', ParseUUIDPipe) memberId: string,
  ): Promise<void> {
    return this.members.remove(actor, buildingBlockId, memberId);
  }
}

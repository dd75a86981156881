import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { BuildingBlockService } from '../building-block/building-block.service.js';
import { cataloguePermissions } from '../catalogue.permissions.js';
import { referenceContent } from '../reference-content/reference-content.js';
import { ThemeOrder, ThemeView } from './theme.dto.js';
import { forColleague } from './theme.presenter.js';

@ApiTags('catalogue')
@Controller('themes')
export class ThemeController {
  constructor(private readonly blocks: BuildingBlockService) {}

  @Get()
  @Allow(cataloguePermissions.read)
  @ApiOperation({ summary: 'The eight themes of the integrity system' })
  @ApiOkResponse({ type: [ThemeView] })
  list(): ThemeView[] {
    return referenceContent.themes.map(forColleague);
  }

  @Post(':themeCode/_reorder')
  @HttpCode(204)
  @Allow(cataloguePermissions.manage)
  @ApiOperation({ summary: 'Put the building blocks of a theme in another order' })
  @ApiNoContentResponse({ description: 'The order is changed' })
  reorder(
    @CurrentActor() actor: Actor,
    @Param('themeCode') themeCode: string,
    @Body() { buildingBlockIds, seenIds }: ThemeOrder,
  ): Promise<void> {
    return this.blocks.reorder(actor, themeCode, buildingBlockIds, seenIds);
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '@weerbaar/kernel/access';
import { type Actor, roles } from '@weerbaar/kernel/context';
import { type Page, presentPage } from '@weerbaar/kernel/database';
import { AnswersPage, SeenVersion } from '@weerbaar/kernel/http';
import { peoplePermissions } from '../people.permissions.js';
import {
  NewRoleAssignment,
  RoleAssignmentQuery,
  RoleAssignmentView,
  RoleEnding,
  RoleView,
} from './role-assignment.dto.js';
import { assignmentForReviewer, presentRole } from './role-assignment.presenter.js';
import { RoleAssignmentService } from './role-assignment.service.js';

@ApiTags('people')
@Controller()
export class RoleAssignmentController {
  constructor(private readonly assignments: RoleAssignmentService) {}

  @Get('roles')
  @Allow(peoplePermissions.readRoles)
  @ApiOperation({ summary: 'The roles there are, and what it takes to give and to use them' })
  @ApiOkResponse({ type: [RoleView] })
  roles(): RoleView[] {
    return roles.map(presentRole);
  }

  @Get('role-assignments')
  @Allow(peoplePermissions.readRoles)
  @ApiOperation({ summary: 'Who holds which role, the latest given first' })
  @AnswersPage(RoleAssignmentView)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: RoleAssignmentQuery,
  ): Promise<Page<RoleAssignmentView>> {
    const { page, ...beside } = await this.assignments.list(actor, query, query);
    return presentPage(page, (assignment) => assignmentForReviewer(actor, assignment, beside));
  }

  @Get('role-assignments/:assignmentId')
  @Allow(peoplePermissions.readRoles)
  @ApiOperation({ summary: 'One role of one person' })
  @ApiOkResponse({ type: RoleAssignmentView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('assignmentId', ParseUUIDPipe) id: string,
  ): Promise<RoleAssignmentView> {
    const { assignment, ...beside } = await this.assignments.get(actor, id);
    return assignmentForReviewer(actor, assignment, beside);
  }

  @Post('role-assignments')
  @Allow(peoplePermissions.giveRoles)
  @ApiOperation({ summary: 'Give a role for a period; some wait for a second person' })
  @ApiCreatedResponse({ type: RoleAssignmentView })
  async give(@CurrentActor() actor: Actor, @Body() wanted: NewRoleAssignment): Promise<RoleAssignmentView> {
    const { assignment, ...beside } = await this.assignments.give(actor, wanted);
    return assignmentForReviewer(actor, assignment, beside);
  }

  @Post('role-assignments/:assignmentId/_confirm')
  @HttpCode(200)
  @Allow(peoplePermissions.confirmRoles)
  @ApiOperation({ summary: 'Confirm, as the second person, that somebody gets a role' })
  @ApiOkResponse({ type: RoleAssignmentView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('assignmentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
  ): Promise<RoleAssignmentView> {
    const { assignment, ...beside } = await this.assignments.confirm(actor, id, version);
    return assignmentForReviewer(actor, assignment, beside);
  }

  @Post('role-assignments/:assignmentId/_withdraw')
  @HttpCode(200)
  @Allow(peoplePermissions.confirmRoles)
  @ApiOperation({ summary: 'Take back or refuse a role that waits for confirmation' })
  @ApiOkResponse({ type: RoleAssignmentView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('assignmentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
  ): Promise<RoleAssignmentView> {
    const { assignment, ...beside } = await this.assignments.withdraw(actor, id, version);
    return assignmentForReviewer(actor, assignment, beside);
  }

  @Post('role-assignments/:assignmentId/_end')
  @HttpCode(200)
  @Allow(peoplePermissions.giveRoles)
  @ApiOperation({ summary: 'End a role, at once or after a last day' })
  @ApiOkResponse({ type: RoleAssignmentView })
  async end(
    @CurrentActor() actor: Actor,
    @Param('assignmentId', ParseUUIDPipe) id: string,
    @SeenVersion() version: number,
    @Body() { lastDay }: RoleEnding,
  ): Promise<RoleAssignmentView> {
    const { assignment, ...beside } = await this.assignments.end(actor, id, version, lastDay ?? null);
    return assignmentForReviewer(actor, assignment, beside);
  }
}

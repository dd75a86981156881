import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowSignedIn, CurrentActor } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { TasksView } from './tasks.dto.js';
import { taskForReader } from './tasks.presenter.js';
import { TasksService } from './tasks.service.js';

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get('current')
  @AllowSignedIn('everybody sees what waits for themselves; each part looks at what they may')
  @ApiOperation({ summary: 'What waits for you now, and where you deal with it' })
  @ApiOkResponse({ type: TasksView })
  async current(@CurrentActor() actor: Actor): Promise<TasksView> {
    const { tasks, today } = await this.tasks.current(actor);
    return { tasks: tasks.map((task) => taskForReader(task, today)) };
  }
}

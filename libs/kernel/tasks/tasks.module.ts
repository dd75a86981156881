import { Global, Module } from '@nestjs/common';
import { TaskRegistry } from './task-registry.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';

@Global()
@Module({
  controllers: [TasksController],
  providers: [TaskRegistry, TasksService],
  exports: [TaskRegistry],
})
export class TasksModule {}

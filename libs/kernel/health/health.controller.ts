import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@weerbaar/kernel/access';
import { Readiness } from './readiness.repository.js';

@ApiExcludeController()
@Controller('health')
@Public('for whoever runs the servers; tells nothing of an organisation')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process lives; says nothing of what it needs. */
  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The process can serve. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    await this.readiness.require();
    return { status: 'ready' };
  }
}

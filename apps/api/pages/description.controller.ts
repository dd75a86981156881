import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@weerbaar/kernel/access';
import { ApiDescription } from './api-description.js';

@ApiExcludeController()
@Controller()
export class DescriptionController {
  constructor(private readonly description: ApiDescription) {}

  /** API Design Rules: the description is public, and may be read from any website. */
  @Get('openapi.json')
  @Public('the description of a public API is public')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('access-control-allow-origin', '*')
  openapi(): string {
    return this.description.json;
  }
}

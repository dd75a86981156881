import { applyDecorators, type Type as NestType } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import type { PageRequest } from '@weerbaar/kernel/database';
import { WholeNumber } from './fields.js';

/** `?page=2&pageSize=50`; extended by the filters of a list. */
export class PageQuery implements PageRequest {
  @Type(() => Number)
  @WholeNumber({ min: 1, max: 100_000, default: 1, optional: true, description: 'Page number, from 1' })
  page: number = 1;

  @Type(() => Number)
  @WholeNumber({ min: 1, max: 200, default: 50, optional: true, description: 'Items on a page' })
  pageSize: number = 50;
}

/** The answer of a list route. */
export const AnswersPage = (item: NestType) =>
  applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      description: 'One page of the list',
      schema: {
        type: 'object',
        required: ['items', 'page', 'pageSize', 'total'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(item) } },
          page: { type: 'integer' },
          pageSize: { type: 'integer' },
          total: { type: 'integer' },
        },
      },
    }),
  );

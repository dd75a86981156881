import { applyDecorators, type Type as NestType } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import type { PageRequest } from '@weerbaar/kernel/database';
import { WholeNumber } from './fields.js';

/** @param reach nobody walks past so many items to see a page; for a list that can be very long. */
export function PageNumber({ reach }: { readonly reach?: number } = {}): PropertyDecorator {
  return applyDecorators(
    Type(() => Number),
    WholeNumber({ min: 1, max: 100_000, default: 1, optional: true, description: 'Page number, from 1' }),
    ...(reach === undefined ? [] : [WithinReach(reach)]),
  );
}

function WithinReach(reach: number): PropertyDecorator {
  const validate = (page: unknown, { object }: ValidationArguments): boolean =>
    // What is no number at all is another fault.
    !((Number(page) - 1) * (object as PageQuery).pageSize >= reach);
  // Without a message of its own the library drops the context.
  const defaultMessage = () => 'too far';
  return ValidateBy(
    { name: 'isWithinReach', validator: { validate, defaultMessage } },
    { context: { reach } },
  );
}

/** `?page=2&pageSize=50`; extended by the filters of a list. */
export class PageQuery implements PageRequest {
  @PageNumber()
  page: number = 1;

  @Type(() => Number)
  @WholeNumber({ min: 1, max: 200, default: 50, optional: true, description: 'Items on a page' })
  pageSize: number = 50;
}

const ofPage = {
  page: { type: 'integer' },
  pageSize: { type: 'integer' },
  total: { type: 'integer' },
} as const;

/** The answer of a list route. */
export const AnswersPage = (item: NestType) => answers(item, ofPage);

/** The answer of a list route that counts up to a bound. */
export const AnswersBoundedPage = (item: NestType, bound: number) =>
  answers(item, {
    ...ofPage,
    total: { type: 'integer', maximum: bound },
    totalIsExact: { type: 'boolean', description: `False: there are more than ${bound}` },
  });

function answers(item: NestType, about: Readonly<Record<string, object>>) {
  const properties = { items: { type: 'array', items: { $ref: getSchemaPath(item) } }, ...about };
  return applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      description: 'One page of the list',
      schema: { type: 'object', required: Object.keys(properties), properties },
    }),
  );
}

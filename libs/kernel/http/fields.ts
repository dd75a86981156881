import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { cleanLine, cleanText } from '@weerbaar/core/richtext';
import { isPlainMailAddress } from '@weerbaar/kernel/config';

/**
 * Fields of requests and answers, declared once: the decorator carries the validation and the
 * OpenAPI property together. Texts of faults are made from the constraint and its context.
 */
interface Common {
  readonly description?: string;
  /** May be left out or null; an answer then shows null. */
  readonly optional?: boolean;
  /** May be left out, which changes nothing; null is not a value. For changes (PATCH). */
  readonly omittable?: boolean;
}

type PropertyClass = new () => object;

function field(
  common: Common,
  property: ApiPropertyOptions,
  ...validators: PropertyDecorator[]
): PropertyDecorator {
  const options = {
    ...property,
    ...(common.description ? { description: common.description } : {}),
    required: !common.optional && !common.omittable,
    ...(common.optional ? { nullable: true } : {}),
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(options), ...presence(common), ...validators);
}

function presence({ optional, omittable }: Common): PropertyDecorator[] {
  if (optional) return [IsOptional()];
  return omittable ? [ValidateIf((_, value: unknown) => value !== undefined)] : [];
}

interface Characters extends Common {
  readonly max: number;
  /** May be the empty string. */
  readonly empty?: boolean;
  readonly pattern?: RegExp;
}

export interface LineOptions extends Characters {
  readonly format?: 'uri';
}

/** {@link Text} on one line, such as a name, a title or a code: line breaks become spaces. */
export function Line({ format, ...options }: LineOptions): PropertyDecorator {
  return characters(options, format, cleaned(cleanLine));
}

/** One plain address, as a mail can be sent to. */
export function MailAddress(common: Common = {}): PropertyDecorator {
  return characters(
    { max: 254, ...common },
    'email',
    cleaned(cleanLine),
    ValidateBy({
      name: 'isMailAddress',
      validator: { validate: (value) => typeof value === 'string' && isPlainMailAddress(value) },
    }),
  );
}

export type TextOptions = Omit<Characters, 'pattern'>;

/** One paragraph or more; control and direction characters are taken out. */
export function Text(options: TextOptions): PropertyDecorator {
  return characters(options, undefined, cleaned(cleanText));
}

/** What somebody knows by heart: left as typed. */
export function Password(options: Omit<Characters, 'empty'>): PropertyDecorator {
  return characters(options, 'password');
}

function cleaned(clean: (text: string) => string): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? clean(value).trim() : value,
  );
}

function characters(
  { max, empty, pattern, ...common }: Characters,
  format: string | undefined,
  ...before: PropertyDecorator[]
): PropertyDecorator {
  return field(
    common,
    { type: 'string', maxLength: max, ...(empty ? {} : { minLength: 1 }), ...(format ? { format } : {}) },
    ...before,
    IsString(),
    ...(empty ? [] : [IsNotEmpty()]),
    MaxLength(max, { context: { max } }),
    ...(pattern ? [Matches(pattern)] : []),
  );
}

/** One value of a code list. */
export function Choice(
  values: readonly string[],
  { name, ...common }: Common & { readonly name?: string } = {},
): PropertyDecorator {
  return field(
    common,
    { enum: [...values], ...(name ? { enumName: name } : {}) },
    IsIn([...values], { context: { values: values.join(', ') } }),
  );
}

export interface WholeNumberOptions extends Common {
  readonly min?: number;
  readonly max?: number;
  readonly default?: number;
}

export function WholeNumber({
  min = 0,
  max = 2_147_483_647,
  default: preset,
  ...common
}: WholeNumberOptions = {}) {
  return field(
    common,
    { type: 'integer', minimum: min, maximum: max, ...(preset === undefined ? {} : { default: preset }) },
    IsInt(),
    Min(min, { context: { min } }),
    Max(max, { context: { max } }),
  );
}

/** The validator of the library falls over amounts such as 1e-7, which are written without a point. */
function isTwoDecimals(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && Math.round(value * 100) / 100 === value;
}

function amount(max: number, common: Common): PropertyDecorator {
  return field(
    common,
    { type: 'number', minimum: 0, maximum: max, multipleOf: 0.01 },
    ValidateBy({ name: 'isTwoDecimals', validator: { validate: isTwoDecimals } }),
    Min(0, { context: { min: 0 } }),
    Max(max, { context: { max } }),
  );
}

/** Euros with at most two decimals. */
export function Euros(common: Common = {}): PropertyDecorator {
  return amount(999_999_999, common);
}

/** Hours with at most two decimals. */
export function Hours({ max, ...common }: Common & { readonly max: number }): PropertyDecorator {
  return amount(max, common);
}

/** Earliest and latest year a date may have: law, history and planning all fall inside; a typing slip does not. */
const firstYear = 1900;
const lastYear = 2100;

export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const year = Number(value.slice(0, 4));
  const instant = new Date(`${value}T00:00:00Z`);
  return (
    year >= firstYear &&
    year <= lastYear &&
    !Number.isNaN(instant.getTime()) &&
    instant.toISOString().startsWith(value)
  );
}

export interface DayOptions extends Common {
  /** The field with the first day of the period of which this is the last. */
  readonly notBefore?: string;
}

/** A calendar day, `yyyy-mm-dd`. */
export function Day({ notBefore, ...common }: DayOptions = {}): PropertyDecorator {
  return field(
    common,
    { type: 'string', format: 'date' },
    ValidateBy({ name: 'isDay', validator: { validate: isDay } }),
    ...(notBefore === undefined ? [] : [NotBefore(notBefore)]),
  );
}

/** What is no day at all is another fault. */
function NotBefore(firstDay: string): PropertyDecorator {
  const validate = (last: unknown, { object }: ValidationArguments): boolean => {
    const first = (object as Record<string, unknown>)[firstDay];
    return !isDay(first) || !isDay(last) || first <= last;
  };
  return ValidateBy({ name: 'isNotBefore', validator: { validate } });
}

/** An instant in UTC; answers only. */
export function Instant(common: Common = {}): PropertyDecorator {
  return field(common, { type: 'string', format: 'date-time' });
}

/** The id of another record. */
export function Identifier(common: Common = {}): PropertyDecorator {
  return field(common, { type: 'string', format: 'uuid' }, IsUUID());
}

export function Flag(common: Common = {}): PropertyDecorator {
  return field(common, { type: 'boolean' }, IsBoolean());
}

/** The generator of the API description knows a type that comes later only by the name of its function. */
function lazily(given: () => PropertyClass): () => PropertyClass {
  const type = () => given();
  return type;
}

/** An object with fields of its own. */
export function Nested(type: () => PropertyClass, common: Common = {}): PropertyDecorator {
  return field(common, { type: lazily(type) }, Type(type), ValidateNested());
}

export interface ListOptions extends Common {
  readonly max: number;
  readonly min?: number;
}

/** A list of objects with fields of their own. */
export function List(type: () => PropertyClass, { max, min = 0, ...common }: ListOptions): PropertyDecorator {
  return field(
    common,
    { type: lazily(type), isArray: true, maxItems: max },
    Type(type),
    IsArray(),
    ArrayMaxSize(max, { context: { max } }),
    ArrayMinSize(min, { context: { min } }),
    ValidateNested({ each: true }),
  );
}

export function Identifiers({ max, ...common }: ListOptions): PropertyDecorator {
  return field(
    common,
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: max },
    IsArray(),
    ArrayMaxSize(max, { context: { max } }),
    IsUUID(undefined, { each: true }),
  );
}

export function Choices(values: readonly string[], { max, ...common }: ListOptions): PropertyDecorator {
  return field(
    common,
    { type: 'array', items: { type: 'string', enum: [...values] }, maxItems: max },
    IsArray(),
    ArrayMaxSize(max, { context: { max } }),
    IsIn([...values], { each: true, context: { values: values.join(', ') } }),
  );
}

import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { fieldErrors } from './field-errors';
import { Refused } from './refused';

/**
 * Judges a query or a body strictly by its schema. A misspelled filter that is passed over would
 * show somebody another list than she thinks.
 * @throws Refused 422, or 415 when there is no body
 */
export class Judged<Schema extends z.ZodType> implements PipeTransform {
  constructor(private readonly schema: Schema) {}

  transform(value: unknown): z.output<Schema> {
    if (value === undefined) throw new Refused({ code: 'MEDIA_TYPE_UNSUPPORTED' });
    const parsed = this.schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new Refused({ code: 'PAYLOAD_INVALID', errors: fieldErrors(parsed.error) });
  }
}

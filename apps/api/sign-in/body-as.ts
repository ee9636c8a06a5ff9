import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { fieldErrors } from '../edge/field-errors';
import { Refused } from '../edge/refused';

/** Judges the body of a request that is no command. @throws Refused 415 without body, 422 */
export class BodyAs<Schema extends z.ZodType> implements PipeTransform {
  constructor(private readonly schema: Schema) {}

  transform(body: unknown): z.output<Schema> {
    if (body === undefined) throw new Refused({ code: 'MEDIA_TYPE_UNSUPPORTED' });
    const parsed = this.schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new Refused({ code: 'PAYLOAD_INVALID', errors: fieldErrors(parsed.error) });
  }
}

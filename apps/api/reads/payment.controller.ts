import type { Reader } from '@hemgang/access';
import { Payment, type PaymentView } from '@hemgang/cases';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { Judged } from '../edge/judged';
import { orRefuse } from '../edge/refused';

/** Absent: as the log is now. */
const versionQuery = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .optional(),
});

/** What the days of a stay cost whom. */
@Controller('api/v1/discharges')
export class PaymentController {
  constructor(private readonly payment: Payment) {}

  @Get(':id/payment')
  async one(
    @Param('id') id: string,
    @Query(new Judged(versionQuery)) { version }: z.output<typeof versionQuery>,
    @Asking() reader: Reader,
  ): Promise<PaymentView> {
    return orRefuse(await this.payment.ofCase(caseId(id), reader, version ?? null));
  }
}

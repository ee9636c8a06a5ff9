import type { Reader } from '@hemgang/access';
import { Views, type ReceiversView } from '@hemgang/cases';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** Whom a ward is proposed to send to. */
@Controller('api/v1/discharges')
export class ReceiversController {
  constructor(private readonly views: Views) {}

  @Get(':id/receivers')
  async receivers(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<ReceiversView> {
    return orRefuse(await this.views.receiversFor(caseId(id), reader));
  }
}

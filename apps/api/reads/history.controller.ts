import type { Reader } from '@hemgang/access';
import { Views, type PastCaseView } from '@hemgang/cases';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { Judged } from '../edge/judged';
import { instantQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** A stay as it stood at an instant that has been. */
@Controller('api/v1/discharges')
export class HistoryController {
  constructor(private readonly views: Views) {}

  @Get(':id/at')
  async at(
    @Param('id') id: string,
    @Query(new Judged(instantQuery)) { instant }: z.output<typeof instantQuery>,
    @Asking() reader: Reader,
  ): Promise<PastCaseView> {
    return orRefuse(await this.views.stayAt(caseId(id), instant ?? null, reader));
  }
}

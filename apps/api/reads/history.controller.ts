import type { Reader } from '@hemgang/access';
import { Views, type PastCaseView, type ViewAt } from '@hemgang/cases';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { Judged } from '../edge/judged';
import { instantQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

type AskedInstant = z.output<typeof instantQuery>;

/** A stay or a SIP as it stood at an instant that has been. */
@Controller('api/v1')
export class HistoryController {
  constructor(private readonly views: Views) {}

  @Get('discharges/:id/at')
  stay(
    @Param('id') id: string,
    @Query(new Judged(instantQuery)) asked: AskedInstant,
    @Asking() reader: Reader,
  ): Promise<PastCaseView<ViewAt<'discharges'>>> {
    return this.at('discharges', id, asked, reader);
  }

  @Get('sips/:id/at')
  sip(
    @Param('id') id: string,
    @Query(new Judged(instantQuery)) asked: AskedInstant,
    @Asking() reader: Reader,
  ): Promise<PastCaseView<ViewAt<'sips'>>> {
    return this.at('sips', id, asked, reader);
  }

  private async at<Path extends 'discharges' | 'sips'>(
    path: Path,
    id: string,
    { instant }: AskedInstant,
    reader: Reader,
  ): Promise<PastCaseView<ViewAt<Path>>> {
    return orRefuse(await this.views.caseAt(path, caseId(id), instant ?? null, reader));
  }
}

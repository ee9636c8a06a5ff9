import type { Reader } from '@hemgang/access';
import { Views, type Page, type StayToLinkView } from '@hemgang/cases';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** What a SIP can be linked to. */
@Controller('api/v1/sips')
export class SipStaysController {
  constructor(private readonly views: Views) {}

  @Get(':id/stays')
  async stays(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<StayToLinkView>> {
    return orRefuse(await this.views.staysToLink(caseId(id), reader));
  }
}

import type { Reader } from '@hemgang/access';
import { SipFigures, type SipFiguresView } from '@hemgang/cases';
import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { periodQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** What has happened in SIPs, counted; for administrators. */
@Controller('api/v1/figures/sips')
export class SipFiguresController {
  constructor(private readonly figures: SipFigures) {}

  @Get()
  async counts(
    @Query(new Judged(periodQuery)) { from, to }: z.output<typeof periodQuery>,
    @Asking() reader: Reader,
  ): Promise<SipFiguresView> {
    return orRefuse(await this.figures.read(from, to, reader));
  }
}

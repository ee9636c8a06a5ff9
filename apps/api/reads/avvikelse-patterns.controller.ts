import type { Reader } from '@hemgang/access';
import {
  AvvikelsePatterns,
  type AvvikelseLineView,
  type AvvikelsePatternsView,
  type Page,
} from '@hemgang/cases';
import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { pageOf, patternQuery, periodQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** What goes wrong between huvudmän, counted; for administrators. */
@Controller('api/v1/avvikelser/patterns')
export class AvvikelsePatternsController {
  constructor(private readonly patterns: AvvikelsePatterns) {}

  @Get()
  async counts(
    @Query(new Judged(periodQuery)) period: z.output<typeof periodQuery>,
    @Asking() reader: Reader,
  ): Promise<AvvikelsePatternsView> {
    return orRefuse(await this.patterns.read(period, reader));
  }

  @Get('list')
  async list(
    @Query(new Judged(patternQuery)) query: z.output<typeof patternQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<AvvikelseLineView>> {
    const { from, to, by, value } = query;
    const page = pageOf(query);
    return orRefuse(await this.patterns.list({ from, to }, { by, value }, page, reader));
  }
}

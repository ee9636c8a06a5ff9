import type { Reader } from '@hemgang/access';
import { FigureCases, Figures, type FigureCasesView, type FiguresView } from '@hemgang/cases';
import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { figureCasesQuery, figuresQuery, pageOf } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** What is counted of a place, with its definitions; for administrators. */
@Controller('api/v1/figures')
export class FiguresController {
  constructor(
    private readonly figures: Figures,
    private readonly behind: FigureCases,
  ) {}

  @Get()
  async read(
    @Query(new Judged(figuresQuery)) asked: z.output<typeof figuresQuery>,
    @Asking() reader: Reader,
  ): Promise<FiguresView> {
    return orRefuse(await this.figures.read(asked, reader));
  }

  @Get('cases')
  async cases(
    @Query(new Judged(figureCasesQuery)) query: z.output<typeof figureCasesQuery>,
    @Asking() reader: Reader,
  ): Promise<FigureCasesView> {
    const { place, and, measure, from, to } = query;
    const asked = { place, and, measure, from, to };
    return orRefuse(await this.behind.list(asked, pageOf(query), reader));
  }
}

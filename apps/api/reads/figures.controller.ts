import type { Reader } from '@hemgang/access';
import { Figures, type FiguresView } from '@hemgang/cases';
import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { figuresQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** What is counted of a place, with its definitions; for administrators. */
@Controller('api/v1/figures')
export class FiguresController {
  constructor(private readonly figures: Figures) {}

  @Get()
  async read(
    @Query(new Judged(figuresQuery)) asked: z.output<typeof figuresQuery>,
    @Asking() reader: Reader,
  ): Promise<FiguresView> {
    return orRefuse(await this.figures.read(asked, reader));
  }
}

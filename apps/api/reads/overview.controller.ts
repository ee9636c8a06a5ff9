import type { Reader } from '@hemgang/access';
import { Overview, type OverviewView } from '@hemgang/cases';
import { Controller, Get, Query } from '@nestjs/common';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** What needs an administrator now, in numbers. */
@Controller('api/v1/overview')
export class OverviewController {
  constructor(private readonly overview: Overview) {}

  @Get()
  async read(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<OverviewView> {
    return orRefuse(await this.overview.read(reader));
  }
}

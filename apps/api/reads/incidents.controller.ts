import type { Reader } from '@hemgang/access';
import { Incidents, type IncidentSummaryView, type IncidentView, type Page } from '@hemgang/cases';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery, pageOf, pageQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** Drafts of incidents, for the unit that answers for them. */
@Controller('api/v1/incidents')
export class IncidentsController {
  constructor(private readonly incidents: Incidents) {}

  @Get()
  async list(
    @Query(new Judged(pageQuery)) query: z.output<typeof pageQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<IncidentSummaryView>> {
    return orRefuse(await this.incidents.list(reader, pageOf(query)));
  }

  @Get(':id')
  async one(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<IncidentView> {
    return orRefuse(await this.incidents.one(id, reader));
  }
}

import type { Reader } from '@hemgang/access';
import { Emergencies, type EmergencyView, type OpenedView, type Page } from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { emergencyQuery, noQuery, pageOf } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { emergencyBody, verdictBody } from './organisation-bodies';

/** Numbers of rows; more digits are no number of ours. */
const NUMBER = /^[1-9]\d{0,14}$/;

/** Nödöppning within one care provider, and its review. */
@Controller('api/v1/emergency-openings')
export class EmergenciesController {
  constructor(private readonly emergencies: Emergencies) {}

  @Post()
  @HttpCode(201)
  async open(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(emergencyBody)) wanted: z.output<typeof emergencyBody>,
  ): Promise<OpenedView> {
    return orRefuse(await this.emergencies.open(reader, wanted));
  }

  @Get()
  async queue(
    @Query(new Judged(emergencyQuery)) query: z.output<typeof emergencyQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<EmergencyView>> {
    const onlyOpen = query.open === 'true';
    return orRefuse(await this.emergencies.queue(reader, onlyOpen, pageOf(query)));
  }

  @Post(':id/review')
  @HttpCode(200)
  async review(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(verdictBody)) said: z.output<typeof verdictBody>,
  ): Promise<EmergencyView> {
    return orRefuse(await this.emergencies.review(reader, NUMBER.test(id) ? Number(id) : 0, said));
  }
}

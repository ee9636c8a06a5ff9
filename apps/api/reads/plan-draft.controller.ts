import type { Reader } from '@hemgang/access';
import {
  PlanDrafts,
  planDraftWords,
  type PlanDraftView,
  type PlanDraftWords,
} from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { versionNamed } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { planTurnBody } from './plan-draft-bodies';

/** The draft of a SIP's next plan, and whose turn it is to write in it. */
@Controller('api/v1/sips/:id/draft')
export class PlanDraftController {
  constructor(private readonly drafts: PlanDrafts) {}

  @Get()
  async read(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<PlanDraftView> {
    return orRefuse(await this.drafts.read(caseId(id), reader));
  }

  @Post()
  @HttpCode(200)
  async save(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(planDraftWords)) words: PlanDraftWords,
    @Req() request: FastifyRequest,
  ): Promise<PlanDraftView> {
    const expected = versionNamed(request) ?? 0;
    return orRefuse(await this.drafts.save(caseId(id), words, expected, reader));
  }

  @Post('turn')
  @HttpCode(200)
  async turn(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(planTurnBody)) { step }: z.output<typeof planTurnBody>,
  ): Promise<PlanDraftView> {
    return orRefuse(await this.drafts.pass(caseId(id), step, reader));
  }
}

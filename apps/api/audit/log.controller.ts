import { Readable } from 'node:stream';
import {
  LogExport,
  LogFollowUp,
  type PatientExtract,
  type Reader,
  type ReviewLineView,
  type ReviewView,
} from '@hemgang/access';
import { isRefusal, type Page } from '@hemgang/cases';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery, pageOf, pageQuery, periodQuery } from '../edge/query';
import { orRefuse, Refused } from '../edge/refused';
import { decisionBody, extractBody, reviewBody } from './log-bodies';

/** The access log of the administrator's own controller: follow-up, export and the patient's extract. */
@Controller('api/v1/access-log')
export class LogController {
  constructor(
    private readonly followUp: LogFollowUp,
    private readonly logs: LogExport,
  ) {}

  @Get('reviews')
  async reviews(
    @Query(new Judged(pageQuery)) query: z.output<typeof pageQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<ReviewView>> {
    const { cursor, limit } = pageOf(query);
    return orRefuse(await this.followUp.list(reader, cursor, limit));
  }

  @Post('reviews')
  @HttpCode(200)
  async select(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(reviewBody)) { size, ...period }: z.output<typeof reviewBody>,
  ): Promise<ReviewView> {
    return orRefuse(await this.followUp.select(reader, period, size));
  }

  @Get('reviews/:id/lines')
  async lines(
    @Param('id') id: string,
    @Query(new Judged(pageQuery)) query: z.output<typeof pageQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<ReviewLineView>> {
    const { cursor, limit } = pageOf(query);
    return orRefuse(await this.followUp.lines(reader, id, cursor, limit));
  }

  @Post('reviews/:id/lines/:line/decision')
  @HttpCode(204)
  async decide(
    @Param() { id, line }: { id: string; line: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(decisionBody)) { decision }: z.output<typeof decisionBody>,
  ): Promise<void> {
    const refusal = await this.followUp.decide(reader, { review: id, line }, decision);
    if (refusal !== null) throw new Refused(refusal);
  }

  @Post('extracts')
  @HttpCode(200)
  async extract(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(extractBody)) { names, ...asked }: z.output<typeof extractBody>,
  ): Promise<PatientExtract> {
    return orRefuse(await this.logs.extractFor(reader, { ...asked, withStaff: names }));
  }

  /** Streamed: a year of a region is more than should lie in memory. */
  @Get('export.xml')
  async export(
    @Query(new Judged(periodQuery)) period: z.output<typeof periodQuery>,
    @Asking() reader: Reader,
  ): Promise<StreamableFile> {
    const records = await this.logs.nationalFor(reader, period);
    if (isRefusal(records)) throw new Refused(records);
    return new StreamableFile(Readable.from(records), {
      type: 'application/xml; charset=utf-8',
      disposition: `attachment; filename="atkomstlogg-${period.from}-${period.to}.xml"`,
    });
  }
}

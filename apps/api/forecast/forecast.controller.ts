import type { Reader } from '@hemgang/access';
import { Forecast, type ForecastView, type StaffChange } from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Asking, callerOf } from '../edge/caller';
import { incomingOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { answerChange } from '../staff/answer-change';
import { capacityBody } from './forecast-bodies';

/** What comes home to a municipality, and what it can receive. */
@Controller('api/v1')
export class ForecastController {
  constructor(private readonly forecast: Forecast) {}

  @Get('forecast')
  async read(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<ForecastView> {
    return orRefuse(await this.forecast.read(reader));
  }

  @Post('own-units/:id/capacity')
  @HttpCode(200)
  async setCapacity(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(capacityBody)) wish: z.output<typeof capacityBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    const { reader } = callerOf(request);
    const change = await this.forecast.setCapacity(reader, id, wish, incomingOf(request));
    return answerChange(reply, change);
  }
}

import type { Reader } from '@hemgang/access';
import { ExternalUnits, type Registration } from '@hemgang/cases';
import { Body, Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { incomingOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { externalUnitBody } from './organisation-bodies';

/** Receivers outside the county, as a ward registers them. */
@Controller('api/v1')
export class ExternalUnitsController {
  constructor(private readonly units: ExternalUnits) {}

  @Post('external-units')
  @HttpCode(201)
  async register(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(externalUnitBody)) { secureMail, ...wish }: z.output<typeof externalUnitBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Registration['unit']> {
    const { key } = incomingOf(request);
    const wanted = { ...wish, secureMail: secureMail ?? null };
    const { unit, replayed } = orRefuse(await this.units.register(reader, wanted, key));
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return unit;
  }
}

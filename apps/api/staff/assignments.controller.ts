import type { Reader } from '@hemgang/access';
import {
  StaffAdministration,
  type OwnUnitView,
  type Page,
  type StaffChange,
  type ToConfirmView,
} from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Asking, callerOf } from '../edge/caller';
import { incomingOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { answerChange } from './answer-change';
import { confirmBody, emptyBody, snapshotKeyBody, termBody, unitBody } from './staff-bodies';

/** Assignments and units of a controller, for its administrators. */
@Controller('api/v1')
export class AssignmentsController {
  constructor(private readonly staffing: StaffAdministration) {}

  @Post('assignments/:id/change')
  @HttpCode(200)
  async change(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(termBody)) wish: z.output<typeof termBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(
      reply,
      await this.staffing.change(callerOf(request).reader, id, wish, incomingOf(request)),
    );
  }

  @Post('assignments/:id/end')
  @HttpCode(200)
  async end(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(emptyBody)) _body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(
      reply,
      await this.staffing.end(callerOf(request).reader, id, incomingOf(request)),
    );
  }

  @Get('confirmations')
  async toConfirm(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<ToConfirmView>> {
    return { items: orRefuse(await this.staffing.toConfirm(reader)), next: null };
  }

  @Post('confirmations')
  @HttpCode(200)
  async confirm(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(confirmBody)) { assignments }: z.output<typeof confirmBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    const change = await this.staffing.confirm(reader, assignments, incomingOf(request));
    return answerChange(reply, change);
  }

  @Get('own-units')
  async units(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<OwnUnitView>> {
    return { items: orRefuse(await this.staffing.units(reader)), next: null };
  }

  @Post('own-units/:id/facts')
  @HttpCode(200)
  async changeUnit(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(unitBody)) facts: z.output<typeof unitBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    const incoming = incomingOf(request);
    return answerChange(
      reply,
      await this.staffing.changeUnit(callerOf(request).reader, id, facts, incoming),
    );
  }

  @Post('own-units/:id/snapshot-key')
  @HttpCode(200)
  async setSnapshotKey(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(snapshotKeyBody)) body: z.output<typeof snapshotKeyBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    const { publicKey, salt, iterations } = body;
    const key = {
      publicKey: Buffer.from(publicKey, 'base64'),
      salt: Buffer.from(salt, 'base64'),
      iterations,
    };
    const { reader } = callerOf(request);
    return answerChange(
      reply,
      await this.staffing.setSnapshotKey(reader, id, key, incomingOf(request)),
    );
  }
}

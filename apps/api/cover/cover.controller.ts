import type { Reader } from '@hemgang/access';
import { CoverAdministration, type CoverView, type StaffChange } from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Asking, callerOf } from '../edge/caller';
import { incomingOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { answerChange } from '../staff/answer-change';
import { emptyBody } from '../staff/staff-bodies';
import { absenceBody, handOverBody, hoursBody, watchBody } from './cover-bodies';

/** Who reads what comes to a controller's units: hours, watches, absence. */
@Controller('api/v1')
export class CoverController {
  constructor(private readonly cover: CoverAdministration) {}

  @Get('cover')
  async read(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<CoverView> {
    return orRefuse(await this.cover.read(reader));
  }

  @Post('own-units/:id/hours')
  @HttpCode(200)
  async setHours(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(hoursBody)) { from, ...week }: z.output<typeof hoursBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    const change = await this.cover.setHours(
      callerOf(request).reader,
      id,
      { from, week },
      incomingOf(request),
    );
    return answerChange(reply, change);
  }

  @Post('watches')
  @HttpCode(200)
  async addWatch(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(watchBody)) wish: z.output<typeof watchBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(reply, await this.cover.addWatch(reader, wish, incomingOf(request)));
  }

  @Post('watches/:id/change')
  @HttpCode(200)
  async changeWatch(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(watchBody)) wish: z.output<typeof watchBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(
      reply,
      await this.cover.changeWatch(callerOf(request).reader, id, wish, incomingOf(request)),
    );
  }

  @Post('watches/:id/end')
  @HttpCode(200)
  async endWatch(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(emptyBody)) _body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(
      reply,
      await this.cover.endWatch(callerOf(request).reader, id, incomingOf(request)),
    );
  }

  @Post('watches/:id/hand-over')
  @HttpCode(200)
  async handOver(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(handOverBody)) { to }: z.output<typeof handOverBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(
      reply,
      await this.cover.handOver(callerOf(request).reader, id, to, incomingOf(request)),
    );
  }

  @Post('absences')
  @HttpCode(200)
  async addAbsence(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(absenceBody)) wish: z.output<typeof absenceBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(reply, await this.cover.addAbsence(reader, wish, incomingOf(request)));
  }

  @Post('absences/:id/end')
  @HttpCode(200)
  async endAbsence(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(emptyBody)) _body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(
      reply,
      await this.cover.endAbsence(callerOf(request).reader, id, incomingOf(request)),
    );
  }
}

import type { Reader } from '@hemgang/access';
import { StaffAdministration, type Page, type StaffChange, type StaffView } from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Asking, callerOf } from '../edge/caller';
import { incomingOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { answerChange } from './answer-change';
import { assignmentBody, emptyBody, searchBody, staffBody } from './staff-bodies';

const LINES_DEFAULT = 50;

/** The people of a controller, for its administrators. */
@Controller('api/v1/staff')
export class StaffController {
  constructor(private readonly staffing: StaffAdministration) {}

  @Post('search')
  @HttpCode(200)
  async search(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(searchBody)) { name, cursor, limit }: z.output<typeof searchBody>,
  ): Promise<Page<StaffView>> {
    const page = { cursor: cursor ?? null, limit: limit ?? LINES_DEFAULT };
    return orRefuse(await this.staffing.list(reader, name ?? '', page));
  }

  @Get(':id')
  async one(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffView> {
    const person = orRefuse(await this.staffing.one(reader, id));
    void reply.header('etag', `"${person.version}"`);
    return person;
  }

  @Post()
  @HttpCode(201)
  async add(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(staffBody)) wish: z.output<typeof staffBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    const change = await this.staffing.add(reader, wish, incomingOf(request));
    const answer = answerChange(reply, change);
    void reply.header('location', `/api/v1/staff/${answer.subject}`);
    return answer;
  }

  @Post(':id/assignments')
  @HttpCode(200)
  async assign(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(assignmentBody)) wish: z.output<typeof assignmentBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(
      reply,
      await this.staffing.assign(callerOf(request).reader, id, wish, incomingOf(request)),
    );
  }

  /** A leaver: all that she has at the controller ends at once, running sessions too. */
  @Post(':id/end')
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
      await this.staffing.endStaff(callerOf(request).reader, id, incomingOf(request)),
    );
  }
}

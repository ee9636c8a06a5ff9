import type { Reader } from '@hemgang/access';
import {
  MachineClients,
  type MachineClientView,
  type Page,
  type StaffChange,
} from '@hemgang/cases';
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
import { keysBody, machineBody } from './machine-bodies';

/** Programs of a controller, for its administrators. */
@Controller('api/v1/machine-clients')
export class MachineClientsController {
  constructor(private readonly machines: MachineClients) {}

  @Get()
  async list(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<MachineClientView>> {
    return { items: orRefuse(await this.machines.list(reader)), next: null };
  }

  @Post()
  @HttpCode(201)
  async register(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(machineBody)) wish: z.output<typeof machineBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(reply, await this.machines.register(reader, wish, incomingOf(request)));
  }

  @Post(':id/keys')
  @HttpCode(200)
  async keys(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(keysBody)) { keys }: z.output<typeof keysBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    const incoming = incomingOf(request);
    return answerChange(
      reply,
      await this.machines.changeKeys(callerOf(request).reader, id, keys, incoming),
    );
  }

  @Post(':id/revoke')
  @HttpCode(200)
  async revoke(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(emptyBody)) _body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffChange> {
    return answerChange(
      reply,
      await this.machines.revoke(callerOf(request).reader, id, incomingOf(request)),
    );
  }
}

import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { EVENT_STREAM, Streams } from './streams';

/** Live news of cases, as server-sent events. */
@Controller('api/v1')
export class StreamController {
  constructor(private readonly streams: Streams) {}

  @Get('stream')
  async stream(
    @Query(new Judged(noQuery)) _query: object,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (request.method === 'HEAD') {
      void reply.type(EVENT_STREAM).send();
      return;
    }
    const lastEventId = request.headers['last-event-id']?.toString();
    await this.streams.begin(callerOf(request), lastEventId || undefined, reply);
  }
}

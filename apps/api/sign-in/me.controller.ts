import { Sessions, type MeView, type Reader } from '@hemgang/cases';
import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, callerOf } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { clearSessionCookie } from '../edge/session-cookie';
import { Streams } from '../stream/streams';

/** The signed-in person. */
@Controller('api/v1')
export class MeController {
  constructor(
    private readonly sessions: Sessions,
    private readonly streams: Streams,
  ) {}

  @Get('me')
  me(@Query(new Judged(noQuery)) _query: object, @Asking() reader: Reader): MeView {
    return this.sessions.me(reader);
  }

  /** Ends the session. A page that the back button shows must not come out of the cache. */
  @Post('sign-out')
  @HttpCode(204)
  async signOut(
    @Query(new Judged(noQuery)) _query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { token } = callerOf(request);
    await this.sessions.end(token);
    this.streams.endOf(token);
    clearSessionCookie(reply);
    void reply.header('clear-site-data', '"cache"');
  }
}

import { Sessions, type MeView } from '@hemgang/access';
import { Permissions, type MayView } from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { callerOf } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse, Refused } from '../edge/refused';
import { clearSessionCookie, setSessionCookie } from '../edge/session-cookie';
import { Streams } from '../stream/streams';
import { switchBody } from './sign-in-bodies';

/** Nothing of a person stays in a browser that others use: not even pages for the back button. */
const CLEAR = '"cache", "storage"';

/** The signed-in person. */
@Controller('api/v1')
export class MeController {
  constructor(
    private readonly sessions: Sessions,
    private readonly streams: Streams,
    private readonly permissions: Permissions,
  ) {}

  @Get('me')
  async me(
    @Query(new Judged(noQuery)) _query: object,
    @Req() request: FastifyRequest,
  ): Promise<MeView & { readonly may: MayView }> {
    const { reader, token } = callerOf(request);
    const me = await this.sessions.me(reader, token);
    if (me === null) throw new Refused({ code: 'NOT_SIGNED_IN' });
    return { ...me, may: this.permissions.of(reader) };
  }

  /** Goes on in another of the person's assignments, under a new token. */
  @Post('me/assignment')
  @HttpCode(200)
  async switch(
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(switchBody)) { assignment }: z.output<typeof switchBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly token: string }> {
    const { token } = callerOf(request);
    const session = orRefuse(await this.sessions.switchTo(token, assignment));
    this.streams.endOf(token);
    setSessionCookie(reply, session.token);
    return session;
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
    void reply.header('clear-site-data', CLEAR);
  }
}

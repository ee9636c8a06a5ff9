import { DemoSignIn, type DemoClockView, type DemoUser, type Page } from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { OpenToEverybody } from '../edge/session';
import { setSessionCookie } from '../edge/session-cookie';
import { advanceBody, signInBody } from './demo-bodies';

/** Being anybody and moving time: exists in demo mode only, where every patient is invented. */
@Controller('api/v1/demo')
export class DemoController {
  constructor(private readonly demo: DemoSignIn) {}

  @Get('users')
  @OpenToEverybody()
  users(@Query(new Judged(noQuery)) _query: object): Page<DemoUser> {
    return { items: this.demo.users(), next: null };
  }

  @Post('sign-in')
  @HttpCode(200)
  @OpenToEverybody()
  async signIn(
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(signInBody)) { user }: z.output<typeof signInBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly token: string }> {
    const session = orRefuse(await this.demo.signIn(user));
    setSessionCookie(reply, session.token);
    return session;
  }

  @Get('clock')
  @OpenToEverybody()
  clock(@Query(new Judged(noQuery)) _query: object): DemoClockView {
    return this.demo.clock();
  }

  @Post('clock/advance')
  @HttpCode(200)
  @OpenToEverybody()
  advance(
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(advanceBody)) { ms }: z.output<typeof advanceBody>,
  ): Promise<DemoClockView> {
    return this.demo.advanceClock(ms);
  }
}

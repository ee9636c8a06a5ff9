import { DemoSignIn, type DemoClockView, type DemoUser, type Page } from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { noQuery, QueryOf } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { OpenToEverybody } from '../edge/session';
import { BodyAs } from './body-as';
import { setSessionCookie } from './session-cookie';

/** Ids of ours are shorter. */
const USER_LENGTH_MAX = 120;

/** More than a year at a time is a typing error, and no stay in hospital is that long. */
const ADVANCE_MS_MAX = 366 * 24 * 60 * 60 * 1_000;

export const signInBody = z.strictObject({ user: z.string().min(1).max(USER_LENGTH_MAX) });
export const advanceBody = z.strictObject({ ms: z.int().min(1).max(ADVANCE_MS_MAX) });

/** Being anybody and moving time: exists in demo mode only, where every patient is invented. */
@Controller('api/v1/demo')
export class DemoController {
  constructor(private readonly demo: DemoSignIn) {}

  @Get('users')
  @OpenToEverybody()
  users(@QueryOf(noQuery) _query: object): Page<DemoUser> {
    return { items: this.demo.users(), next: null };
  }

  @Post('sign-in')
  @HttpCode(200)
  @OpenToEverybody()
  async signIn(
    @QueryOf(noQuery) _query: object,
    @Body(new BodyAs(signInBody)) { user }: z.output<typeof signInBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly token: string }> {
    const session = orRefuse(await this.demo.signIn(user));
    setSessionCookie(reply, session.token);
    return session;
  }

  @Get('clock')
  @OpenToEverybody()
  clock(@QueryOf(noQuery) _query: object): DemoClockView {
    return this.demo.clock();
  }

  @Post('clock/advance')
  @HttpCode(200)
  @OpenToEverybody()
  advance(
    @QueryOf(noQuery) _query: object,
    @Body(new BodyAs(advanceBody)) { ms }: z.output<typeof advanceBody>,
  ): Promise<DemoClockView> {
    return this.demo.advanceClock(ms);
  }
}

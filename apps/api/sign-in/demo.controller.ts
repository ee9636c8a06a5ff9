import type { DemoSignIn, DemoUser, Page, Service } from '@hemgang/cases';
import type { Instant } from '@hemgang/kernel';
import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { noQuery, QueryOf } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { OpenToEverybody } from '../edge/session';
import { setSessionCookie } from '../edge/session-cookie';
import { SERVICE } from '../tokens';
import { BodyAs } from './body-as';
import { advanceBody, signInBody } from './demo-bodies';

/** What time it is in the demo. */
interface DemoClock {
  readonly now: Instant;
}

/** Being anybody and moving time: exists in demo mode only, where every patient is invented. */
@Controller('api/v1/demo')
export class DemoController {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Get('users')
  @OpenToEverybody()
  users(@QueryOf(noQuery) _query: object): Page<DemoUser> {
    return { items: this.signInOf().users(), next: null };
  }

  @Post('sign-in')
  @HttpCode(200)
  @OpenToEverybody()
  async signIn(
    @QueryOf(noQuery) _query: object,
    @Body(new BodyAs(signInBody)) { user }: z.output<typeof signInBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly token: string }> {
    const session = orRefuse(await this.signInOf().signIn(user));
    setSessionCookie(reply, session.token);
    return session;
  }

  @Get('clock')
  @OpenToEverybody()
  clock(@QueryOf(noQuery) _query: object): DemoClock {
    return { now: this.service.clock.now() };
  }

  @Post('clock/advance')
  @HttpCode(200)
  @OpenToEverybody()
  async advance(
    @QueryOf(noQuery) _query: object,
    @Body(new BodyAs(advanceBody)) { ms }: z.output<typeof advanceBody>,
  ): Promise<DemoClock> {
    await this.service.advanceClock(ms);
    return { now: this.service.clock.now() };
  }

  private signInOf(): DemoSignIn {
    const { demo } = this.service;
    if (demo === null) throw new Error('the demo is served outside demo mode');
    return demo;
  }
}

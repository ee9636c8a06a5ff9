import { SmsStatuses } from '@hemgang/cases';
import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { OpenToServers } from '../edge/session';
import { statusForm } from './notice-bodies';

/** Where the SMS provider tells what became of a message; the address is signed and names no one. */
@Controller('sms')
export class SmsStatusController {
  constructor(private readonly statuses: SmsStatuses) {}

  @Post(':token')
  @HttpCode(200)
  @OpenToServers()
  async report(
    @Param('token') token: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(statusForm)) { status, delivered }: z.output<typeof statusForm>,
  ): Promise<{ readonly status: string }> {
    return orRefuse(await this.statuses.take(token, { status, delivered: delivered ?? null }));
  }
}

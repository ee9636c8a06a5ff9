import { Sessions, type Reader, type SessionView } from '@hemgang/access';
import type { Page } from '@hemgang/cases';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse, Refused } from '../edge/refused';

/** Numbers of rows; more digits are no number of ours. */
const NUMBER = /^[1-9]\d{0,14}$/;

/** Who of a controller's staff is signed in, for its administrators. */
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Get()
  async list(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<SessionView>> {
    const items = orRefuse(await this.sessions.ofController(reader));
    return { items, next: null };
  }

  @Post(':id/end')
  @HttpCode(204)
  async end(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<void> {
    const refusal = await this.sessions.endOther(reader, NUMBER.test(id) ? Number(id) : 0);
    if (refusal !== null) throw new Refused(refusal);
  }
}

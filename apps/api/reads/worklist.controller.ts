import type { Reader } from '@hemgang/access';
import {
  Views,
  type BoardLineView,
  type DutyLineView,
  type NoticeView,
  type Page,
  type ReceiverUnitView,
} from '@hemgang/cases';
import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery, pageOf, pageQuery, worklistQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** What is on the desk of the reader's unit. */
@Controller('api/v1')
export class WorklistController {
  constructor(private readonly views: Views) {}

  @Get('duties')
  async duties(
    @Query(new Judged(worklistQuery)) query: z.output<typeof worklistQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<DutyLineView>> {
    const { overdue } = query;
    const filter = overdue === undefined ? {} : { overdue: overdue === 'true' };
    return orRefuse(await this.views.worklist(reader, filter, pageOf(query)));
  }

  @Get('ward-board')
  wardBoard(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<BoardLineView>> {
    return this.views.wardBoard(reader);
  }

  @Get('notices')
  async notices(
    @Query(new Judged(pageQuery)) query: z.output<typeof pageQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<NoticeView>> {
    return orRefuse(await this.views.inbox(reader, pageOf(query)));
  }

  @Get('notices/unread')
  async unread(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<{ readonly cases: number }> {
    return { cases: await this.views.unread(reader) };
  }

  /** Units that carry out help for the reader's municipality. */
  @Get('executors')
  executors(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Page<ReceiverUnitView> {
    return { items: this.views.executors(reader), next: null };
  }

  /** Units that a patient can be handed over to, all of them: the county has a few hundred. */
  @Get('units')
  units(@Query(new Judged(noQuery)) _query: object): Page<ReceiverUnitView> {
    return { items: this.views.receivers(), next: null };
  }
}

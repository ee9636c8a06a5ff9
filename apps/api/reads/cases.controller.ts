import type { Reader } from '@hemgang/access';
import {
  Views,
  type CaseSummaryView,
  type CaseView,
  type DeliveryView,
  type DisclosureView,
  type EventView,
  type MessageView,
  type Page,
} from '@hemgang/cases';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { Judged } from '../edge/judged';
import { noQuery, pageOf, pageQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { NOTICE_POLICY, noticePage } from './notice-page';

/** Cases as the reader may see them. */
@Controller('api/v1/:type')
export class CasesController {
  constructor(private readonly views: Views) {}

  @Get()
  async cases(
    @Param('type') type: string,
    @Query(new Judged(pageQuery)) query: z.output<typeof pageQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<CaseSummaryView>> {
    return orRefuse(await this.views.cases(type, reader, pageOf(query)));
  }

  @Get(':id')
  async one(
    @Param() { type, id }: { type: string; id: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    const view = orRefuse(await this.views.case(type, caseId(id), reader));
    void reply.header('etag', `"${view.version}"`);
    return view;
  }

  @Get(':id/events')
  async events(
    @Param() { type, id }: { type: string; id: string },
    @Query(new Judged(pageQuery)) query: z.output<typeof pageQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<EventView>> {
    return orRefuse(await this.views.events(type, caseId(id), reader, pageOf(query)));
  }

  @Get(':id/disclosures')
  async disclosures(
    @Param() { type, id }: { type: string; id: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<DisclosureView>> {
    return orRefuse(await this.views.disclosures(type, caseId(id), reader));
  }

  @Get(':id/messages')
  async messages(
    @Param() { type, id }: { type: string; id: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<MessageView>> {
    return orRefuse(await this.views.messages(type, caseId(id), reader));
  }

  @Get(':id/deliveries')
  async deliveries(
    @Param() { type, id }: { type: string; id: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<DeliveryView>> {
    return orRefuse(await this.views.deliveries(type, caseId(id), reader));
  }

  /** A page to be printed and sent to a receiver without an account. */
  @Get(':id/handovers/:handover/notice')
  async notice(
    @Param() { type, id, handover }: { type: string; id: string; handover: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const sheet = orRefuse(await this.views.noticeSheet(type, caseId(id), handover, reader));
    void reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': NOTICE_POLICY,
    });
    return noticePage(sheet);
  }
}

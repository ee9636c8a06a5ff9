import type { Reader } from '@hemgang/access';
import {
  Deliveries,
  MyNotices,
  type DeliveryLineView,
  type NoticeWishesView,
  type Page,
  type ToldCaseView,
  type ToldMessage,
} from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { emptyBody } from '../staff/staff-bodies';
import { deliveriesQuery, redeliverBody, wishesBody } from './notice-bodies';

const LINES_DEFAULT = 50;

/** How notices find people outside the application, and what became of them. */
@Controller('api/v1')
export class NoticesController {
  constructor(
    private readonly mine: MyNotices,
    private readonly deliveries: Deliveries,
  ) {}

  @Get('notice-wishes')
  wishes(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<NoticeWishesView> {
    return this.mine.wishes(reader);
  }

  /** The same wishes twice are the same wishes. */
  @Post('notice-wishes')
  @HttpCode(200)
  wish(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(wishesBody)) wishes: z.output<typeof wishesBody>,
  ): Promise<NoticeWishesView> {
    return this.mine.wish(reader, wishes);
  }

  @Post('notice-messages/:id/open')
  @HttpCode(200)
  async open(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(emptyBody)) _body: object,
  ): Promise<Page<ToldCaseView> & Pick<ToldMessage, 'views'>> {
    const { cases, views } = orRefuse(await this.mine.open(reader, id));
    return { items: cases, next: null, views };
  }

  @Get('deliveries')
  async search(
    @Query(new Judged(deliveriesQuery)) query: z.output<typeof deliveriesQuery>,
    @Asking() reader: Reader,
  ): Promise<Page<DeliveryLineView>> {
    const { status = null, cursor, limit = LINES_DEFAULT } = query;
    const before = cursor === undefined ? null : Number(cursor);
    return orRefuse(await this.deliveries.search(reader, { status, before, limit }));
  }

  @Post('deliveries/redeliver')
  @HttpCode(200)
  async redeliver(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(redeliverBody)) { ids }: z.output<typeof redeliverBody>,
  ): Promise<{ readonly ids: string[] }> {
    return orRefuse(await this.deliveries.redeliver(reader, ids.map(Number)));
  }
}

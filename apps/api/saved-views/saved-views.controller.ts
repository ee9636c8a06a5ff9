import type { Reader } from '@hemgang/access';
import { SavedViews, type Page, type SavedViewView } from '@hemgang/cases';
import type { Refusal } from '@hemgang/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { emptyBody } from '../staff/staff-bodies';
import { changedViewBody, savedViewBody } from './saved-view-bodies';

/** Views of the worklist and of the statistics: one's own, and what is shared with the unit. */
@Controller('api/v1/saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  @Get()
  async list(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<SavedViewView>> {
    return pageOf(await this.views.list(reader));
  }

  /** The same view twice is the same view. */
  @Post()
  @HttpCode(200)
  async save(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(savedViewBody)) body: z.output<typeof savedViewBody>,
  ): Promise<Page<SavedViewView>> {
    return pageOf(await this.views.save(reader, body));
  }

  @Post(':id/change')
  @HttpCode(200)
  async change(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(changedViewBody))
    { delivery, ...body }: z.output<typeof changedViewBody>,
  ): Promise<Page<SavedViewView>> {
    return pageOf(await this.views.change(reader, id, { ...body, delivery: delivery ?? null }));
  }

  @Post(':id/delete')
  @HttpCode(200)
  async delete(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(emptyBody)) _body: object,
  ): Promise<Page<SavedViewView>> {
    return pageOf(await this.views.delete(reader, id));
  }
}

function pageOf(views: readonly SavedViewView[] | Refusal): Page<SavedViewView> {
  return { items: orRefuse(views), next: null };
}

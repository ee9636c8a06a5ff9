import type { Reader } from '@hemgang/access';
import {
  Blocks,
  type BlockedUnitView,
  type BlockView,
  type Page,
  type ReleasedView,
} from '@hemgang/cases';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { blockBody, blockedUnitsBody, endBlockBody, releaseBody } from './organisation-bodies';

/** Spärr between units of one care provider, and objection to disclosures. */
@Controller('api/v1')
export class BlocksController {
  constructor(private readonly blocks: Blocks) {}

  @Post('blocks')
  @HttpCode(200)
  async block(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(blockBody)) { caseId, toldBy }: z.output<typeof blockBody>,
  ): Promise<BlockView> {
    return orRefuse(await this.blocks.block(reader, caseId, toldBy));
  }

  @Post('blocks/end')
  @HttpCode(200)
  async endBlock(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(endBlockBody)) { caseId }: z.output<typeof endBlockBody>,
  ): Promise<BlockView> {
    return orRefuse(await this.blocks.endBlock(reader, caseId));
  }

  @Post('blocks/units')
  @HttpCode(200)
  async units(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(blockedUnitsBody)) { caseId, reason }: z.output<typeof blockedUnitsBody>,
  ): Promise<Page<BlockedUnitView>> {
    const items = await this.blocks.blockedUnits(reader, caseId, reason);
    return orRefuse('code' in items ? items : { items, next: null });
  }

  @Post('blocks/releases')
  @HttpCode(200)
  async release(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(releaseBody)) wanted: z.output<typeof releaseBody>,
  ): Promise<ReleasedView> {
    return orRefuse(await this.blocks.releaseBlocks(reader, wanted));
  }

  @Post('objections')
  @HttpCode(200)
  async object(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(blockBody)) { caseId, toldBy }: z.output<typeof blockBody>,
  ): Promise<BlockView> {
    return orRefuse(await this.blocks.object(reader, caseId, toldBy));
  }

  @Post('objections/end')
  @HttpCode(200)
  async endObjection(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(endBlockBody)) { caseId }: z.output<typeof endBlockBody>,
  ): Promise<BlockView> {
    return orRefuse(await this.blocks.endObjection(reader, caseId));
  }
}

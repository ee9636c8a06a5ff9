import type { Reader } from '@hemgang/access';
import { Packs, type JointGroupView, type PackView } from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { jointGroupQuery, noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { agreedBody, followUpBody, packBody } from './pack-bodies';

/** The joint group's workspace. Each change answers with it as it is then. */
@Controller('api/v1')
export class PacksController {
  constructor(private readonly packs: Packs) {}

  @Get('joint-group')
  async group(
    @Query(new Judged(jointGroupQuery)) { place }: z.output<typeof jointGroupQuery>,
    @Asking() reader: Reader,
  ): Promise<JointGroupView> {
    return orRefuse(await this.packs.group(place, reader));
  }

  /** Frozen twice while nothing has happened is one edition. */
  @Post('packs')
  @HttpCode(200)
  async freeze(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(packBody)) body: z.output<typeof packBody>,
  ): Promise<JointGroupView> {
    return orRefuse(await this.packs.freeze(body, reader));
  }

  @Get('packs/:id')
  async pack(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<PackView> {
    return orRefuse(await this.packs.pack('getPack', id, reader));
  }

  /** The same agreed twice is one. */
  @Post('agreed-measures')
  @HttpCode(200)
  async agree(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(agreedBody)) body: z.output<typeof agreedBody>,
  ): Promise<JointGroupView> {
    return orRefuse(await this.packs.agree(body, reader));
  }

  @Post('agreed-measures/:id/follow-ups')
  @HttpCode(200)
  async followUp(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(followUpBody)) body: z.output<typeof followUpBody>,
  ): Promise<JointGroupView> {
    return orRefuse(await this.packs.followUp(id, body, reader));
  }
}

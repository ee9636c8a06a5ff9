import { Audit, type CheckpointRecord, type KeyRecord } from '@hemgang/access';
import type { Page } from '@hemgang/cases';
import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Judged } from '../edge/judged';
import { noQuery, pageOf, pageQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** What proves the log to those who do not keep it: the same for everybody who is signed in. */
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly audit: Audit) {}

  @Get('checkpoints')
  async checkpoints(
    @Query(new Judged(pageQuery)) query: z.output<typeof pageQuery>,
  ): Promise<Page<CheckpointRecord>> {
    const { cursor, limit } = pageOf(query);
    return orRefuse(await this.audit.checkpoints(cursor, limit));
  }

  @Get('keys')
  keys(@Query(new Judged(noQuery)) _query: object): Promise<Page<KeyRecord>> {
    return this.audit.keys();
  }
}

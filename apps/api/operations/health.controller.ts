import type { Service } from '@hemgang/cases';
import { Metrics } from '@hemgang/observability';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refused } from '../edge/refused';
import { SERVICE } from '../tokens';

interface Status {
  readonly status: string;
}

/** What those who run the service ask; says nothing about anybody. */
@Controller()
export class HealthController {
  constructor(
    @Inject(SERVICE) private readonly service: Service,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. Does not ask the database: a restart of ours would not mend it. */
  @Get('health/live')
  live(): Status {
    return { status: 'live' };
  }

  /**
   * @throws DatabaseUnavailable, Refused 503 when the schema is another, the demo is empty, or what was
   *   erased is here again because the database has been restored
   */
  @Get('health/ready')
  async ready(): Promise<Status> {
    const { demo } = this.service;
    const health = await this.service.health();
    const { migrations, seeded, erasuresAwaited } = health;
    if (migrations !== 'current' || (demo !== null && !seeded) || erasuresAwaited) {
      throw new Refused({ code: 'UNAVAILABLE', members: { ...health } }, RETRY);
    }
    return { status: 'ready' };
  }

  @Get('metrics')
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.metrics.contentType);
    return this.metrics.text();
  }
}

/** Seeding and migrating take seconds. */
const RETRY = { 'retry-after': '5' };

import type { Service } from '@hemgang/cases';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { EdgeSettings } from '../edge/edge-settings';
import { Refused } from '../edge/refused';
import { EDGE, SERVICE } from '../tokens';
import { securityText } from './security-text';

/** Where somebody who has found a hole tells us. */
@Controller('.well-known')
export class SecurityTextController {
  constructor(
    @Inject(EDGE) private readonly edge: EdgeSettings,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** @throws Refused 404 where no contact has been set (a demo) */
  @Get('security.txt')
  text(@Res({ passthrough: true }) reply: FastifyReply): string {
    const { securityContact: contact, publicUrl } = this.edge;
    if (contact === null) throw new Refused({ code: 'NOT_FOUND' });
    void reply.type('text/plain; charset=utf-8');
    return securityText({ contact, publicUrl, now: this.service.clock.realNow() });
  }
}

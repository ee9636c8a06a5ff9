import type { Reader } from '@hemgang/access';
import { Views } from '@hemgang/cases';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import type { EdgeSettings } from '../edge/edge-settings';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { EDGE } from '../tokens';

/** The meeting of a SIP, for a calendar. */
@Controller('api/v1/sips')
export class SipMeetingController {
  constructor(
    private readonly views: Views,
    @Inject(EDGE) private readonly edge: EdgeSettings,
  ) {}

  @Get(':id/meeting.ics')
  async file(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const origin = this.edge.publicUrl ?? `${request.protocol}://${request.host}`;
    const { text } = orRefuse(await this.views.meetingFile(caseId(id), reader, origin));
    void reply.headers({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="sip-mote.ics"',
    });
    return text;
  }
}

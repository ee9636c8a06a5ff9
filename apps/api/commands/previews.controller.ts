import type { Reader } from '@hemgang/access';
import { AnsweredCommands, type PreviewView } from '@hemgang/cases';
import { Controller, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { proposedOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';

/** What a command would lead to, before it is given. */
@Controller('api/v1/:type')
export class PreviewsController {
  constructor(private readonly commands: AnsweredCommands) {}

  @Post(':id/previews/:command')
  @HttpCode(200)
  async preview(
    @Param() { type, id, command }: { type: string; id: string; command: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Req() request: FastifyRequest,
  ): Promise<PreviewView> {
    const proposed = proposedOf(request);
    return orRefuse(await this.commands.preview(type, caseId(id), command, proposed, reader));
  }
}

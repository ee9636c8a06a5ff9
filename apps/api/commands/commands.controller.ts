import type { Reader } from '@hemgang/access';
import { AnsweredCommands, type CaseView, type ShownAnswer } from '@hemgang/cases';
import { Metrics } from '@hemgang/observability';
import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { incomingOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { Refused } from '../edge/refused';

/** The label for a command that no declaration knows: a caller's word must not become a label. */
const UNKNOWN_COMMAND = 'unknown';

/** Opens cases and gives them commands. Decides nothing: `libs/cases` does. */
@Controller('api/v1/:type')
export class CommandsController {
  constructor(
    private readonly commands: AnsweredCommands,
    private readonly metrics: Metrics,
  ) {}

  @Post()
  async open(
    @Param('type') type: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    const answer = await this.commands.open(type, incomingOf(request), reader);
    this.count(type, 'open', answer);
    const view = answered(reply, answer);
    void reply.header('location', `/api/v1/${type}/${view.id}`);
    return view;
  }

  @Post(':id/:command')
  async give(
    @Param() { type, id, command }: { type: string; id: string; command: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    const incoming = incomingOf(request);
    const answer = await this.commands.give(type, caseId(id), command, incoming, reader);
    this.count(type, command, answer);
    return answered(reply, answer);
  }

  private count(type: string, command: string, answer: ShownAnswer): void {
    const outcome = answer.ok ? done(answer) : answer.refusal.code;
    const name = outcome === 'NOT_FOUND' ? UNKNOWN_COMMAND : command;
    this.metrics.commandAnswered(type, name, outcome);
  }
}

function done({ replayed }: { readonly replayed: boolean }): string {
  return replayed ? 'replayed' : 'done';
}

/** A repeat answers with the version of the first time: that is what its command led to. */
function answered(reply: FastifyReply, answer: ShownAnswer): CaseView {
  if (!answer.ok) throw new Refused(answer.refusal);
  void reply.status(answer.status).header('etag', `"${answer.version}"`);
  if (answer.replayed) void reply.header('idempotent-replayed', 'true');
  return answer.view;
}

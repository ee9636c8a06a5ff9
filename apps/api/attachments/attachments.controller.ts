import type { Reader } from '@hemgang/access';
import { Attachments, MEDIA_TYPES, type AttachmentView } from '@hemgang/cases';
import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TakesFiles } from '../edge/body';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { keyOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse, Refused } from '../edge/refused';
import { fileNameOf, kindOfType } from '../edge/sent-file';
import { savedAs } from './content-disposition';

/** A file, as its address names it. */
interface Named {
  /** Of case: `discharges`. */
  readonly type: string;
  readonly id: string;
  readonly attachment: string;
}

/** Files of messages: sent one by one before the message, fetched by whoever was told of it. */
@Controller('api/v1/:type/:id/attachments')
export class AttachmentsController {
  constructor(private readonly attachments: Attachments) {}

  @Post()
  @TakesFiles()
  async add(
    @Param() { type, id }: { type: string; id: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachmentView> {
    const file = {
      kind: kindIn(request),
      bytes: request.body as Buffer,
      key: keyOf(request),
      name: fileNameOf(request),
    };
    const kept = orRefuse(await this.attachments.add(type, caseId(id), file, reader));
    const { view, isReplayed } = kept;
    void reply.status(201).header('location', `/api/v1/${type}/${id}/attachments/${view.id}`);
    if (isReplayed) void reply.header('idempotent-replayed', 'true');
    return view;
  }

  /** As a download, whatever it is: no file of somebody else's becomes a page of ours. */
  @Get(':attachment')
  async take(
    @Param() { type, id, attachment }: Named,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const asked = this.attachments.take(type, caseId(id), caseId(attachment), reader);
    const { name, kind, bytes } = orRefuse(await asked);
    void reply.headers({
      'content-type': kind === 'text' ? `${MEDIA_TYPES[kind]}; charset=utf-8` : MEDIA_TYPES[kind],
      'content-disposition': savedAs(name),
    });
    return bytes;
  }

  @Delete(':attachment')
  @HttpCode(204)
  async remove(
    @Param() { type, id, attachment }: Named,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<void> {
    const refusal = await this.attachments.remove(type, caseId(id), caseId(attachment), reader);
    if (refusal !== null) throw new Refused(refusal);
  }
}

/** The edge has let nothing else through. */
function kindIn({ headers }: FastifyRequest) {
  const kind = kindOfType(headers['content-type']);
  if (kind === null) throw new Refused({ code: 'MEDIA_TYPE_UNSUPPORTED' });
  return kind;
}

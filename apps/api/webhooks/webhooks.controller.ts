import type { Reader } from '@hemgang/access';
import {
  WebhookAdministration,
  type DeadWebhooks,
  type Page,
  type WebhookChanged,
  type WebhookView,
} from '@hemgang/cases';
import type { Refusal } from '@hemgang/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Asking, callerOf } from '../edge/caller';
import { incomingOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery, pageOf, pageQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { emptyBody } from '../staff/staff-bodies';
import { kindsBody, redeliverBody, webhookBody } from './webhook-bodies';

/** Where a controller's own systems are told, for its administrators. */
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhookAdministration) {}

  @Get()
  async list(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<WebhookView>> {
    return { items: orRefuse(await this.webhooks.list(reader)), next: null };
  }

  @Get(':id/dead')
  async dead(
    @Param('id') id: string,
    @Query(new Judged(pageQuery)) query: z.output<typeof pageQuery>,
    @Asking() reader: Reader,
  ): Promise<DeadWebhooks> {
    const { cursor, limit } = pageOf(query);
    return orRefuse(await this.webhooks.dead(reader, id, cursor, limit));
  }

  @Post()
  @HttpCode(201)
  async register(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(webhookBody)) wish: z.output<typeof webhookBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookChanged> {
    return answer(reply, await this.webhooks.register(reader, wish, incomingOf(request)));
  }

  @Post(':id/kinds')
  @HttpCode(200)
  async kinds(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(kindsBody)) { kinds }: z.output<typeof kindsBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookChanged> {
    const [reader, incoming] = asked(request);
    return answer(reply, await this.webhooks.changeKinds(reader, id, kinds, incoming));
  }

  @Post(':id/secret')
  @HttpCode(200)
  async secret(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(emptyBody)) _body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookChanged> {
    const [reader, incoming] = asked(request);
    return answer(reply, await this.webhooks.rotate(reader, id, incoming));
  }

  @Post(':id/pause')
  @HttpCode(200)
  async pause(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(emptyBody)) _body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookChanged> {
    const [reader, incoming] = asked(request);
    return answer(reply, await this.webhooks.pause(reader, id, incoming));
  }

  @Post(':id/resume')
  @HttpCode(200)
  async resume(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(emptyBody)) _body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookChanged> {
    const [reader, incoming] = asked(request);
    return answer(reply, await this.webhooks.resume(reader, id, incoming));
  }

  @Post(':id/delete')
  @HttpCode(200)
  async remove(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(emptyBody)) _body: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookChanged> {
    const [reader, incoming] = asked(request);
    return answer(reply, await this.webhooks.remove(reader, id, incoming));
  }

  @Post(':id/redeliver')
  @HttpCode(200)
  async redeliver(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Body(new Judged(redeliverBody)) { ids }: z.output<typeof redeliverBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookChanged> {
    const [reader, incoming] = asked(request);
    return answer(reply, await this.webhooks.redeliver(reader, id, ids, incoming));
  }
}

function asked(request: FastifyRequest) {
  return [callerOf(request).reader, incomingOf(request)] as const;
}

/** A repeat says that it is one; a secret is kept by no cache. */
function answer(reply: FastifyReply, change: WebhookChanged | Refusal): WebhookChanged {
  const done = orRefuse(change);
  if (done.replayed) void reply.header('idempotent-replayed', 'true');
  return done;
}

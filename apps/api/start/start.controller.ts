import { StartReports } from '@hemgang/cases';
import type { Language, Refusal } from '@hemgang/kernel';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fieldErrors } from '../edge/field-errors';
import { TakesForms } from '../edge/body';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { linkAnswer, linkLanguage } from '../pages/link-answer';
import { startBody } from './start-body';
import { askPage, refusedPage, START_POLICY, thanksPage } from './start-page';

/** What a program gets: that the link can be used, or that the report was taken. */
type Told = { readonly expiresAt: string } | { readonly at: string };

/**
 * Where somebody with a one-time link and no account tells how the start of the help went. A
 * browser gets a page, a program JSON. Nothing of the patient is in the address or on the page.
 */
@Controller('start')
export class StartController {
  constructor(private readonly reports: StartReports) {}

  @Get(':token')
  async look(
    @Param('token') token: string,
    @Query(new Judged(noQuery)) _query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Told | string> {
    const found = await this.reports.look(token);
    return answer(request, reply, found, askPage);
  }

  @Post(':token')
  @HttpCode(200)
  @TakesForms()
  async report(
    @Param('token') token: string,
    @Query(new Judged(noQuery)) _query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Told | string> {
    const body = startBody.safeParse(request.body);
    const taken = body.success
      ? await this.reports.report(token, body.data)
      : ({ code: 'PAYLOAD_INVALID', errors: fieldErrors(body.error) } as const);
    return answer(request, reply, taken, thanksPage);
  }
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  told: Told | Refusal,
  pageIn: (language: Language) => string,
): Told | string {
  const language = linkLanguage(request);
  return linkAnswer(request, reply, told, {
    policy: START_POLICY,
    page: () => pageIn(language),
    refused: (title, detail) => refusedPage(title, detail, language),
  });
}

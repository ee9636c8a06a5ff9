import { Experiences, type AskedExperience, type TakenExperience } from '@hemgang/cases';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { TakesForms } from '../edge/body';
import { fieldErrors } from '../edge/field-errors';
import { Judged } from '../edge/judged';
import { linkAnswer, linkLanguage } from '../pages/link-answer';
import { linkAnswers, pageLanguage } from './experience-bodies';
import { answerPage, countedPage, EXPERIENCE_POLICY, notTakenPage } from './experience-page';

type PageLanguage = z.output<typeof pageLanguage>;

/**
 * Where somebody with a code and no account says how it went. A browser gets a page, a program JSON.
 * Nothing of anybody is in the address, on the page or in what is kept.
 */
@Controller('experience')
export class ExperienceLinkController {
  constructor(private readonly experiences: Experiences) {}

  @Get(':token')
  async look(
    @Param('token') token: string,
    @Query(new Judged(pageLanguage)) query: PageLanguage,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AskedExperience | string> {
    const language = query.language ?? linkLanguage(request);
    return linkAnswer(request, reply, await this.experiences.look(token, language), {
      policy: EXPERIENCE_POLICY,
      page: (asked) => answerPage(asked, language),
      refused: (title, detail) => notTakenPage(title, detail, language),
    });
  }

  @Post(':token')
  @HttpCode(200)
  @TakesForms()
  async answer(
    @Param('token') token: string,
    @Query(new Judged(pageLanguage)) query: PageLanguage,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TakenExperience | string> {
    const language = query.language ?? linkLanguage(request);
    const body = linkAnswers.safeParse(request.body);
    const taken = body.success
      ? await this.experiences.answer(token, body.data)
      : ({ code: 'PAYLOAD_INVALID', errors: fieldErrors(body.error) } as const);
    return linkAnswer(request, reply, taken, {
      policy: EXPERIENCE_POLICY,
      page: () => countedPage(language),
      refused: (title, detail) => notTakenPage(title, detail, language),
    });
  }
}

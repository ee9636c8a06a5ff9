import type { Reader } from '@hemgang/access';
import {
  ExperienceResults,
  Experiences,
  type ExperienceView,
  type InvitationView,
  type TakenExperience,
} from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { emptyBody } from '../staff/staff-bodies';
import { enteredAnswers, resultsQuery, sipInvitation, stayInvitation } from './experience-bodies';

/** Asking how it went, entering what was said, and what came of it. */
@Controller('api/v1')
export class ExperienceController {
  constructor(
    private readonly experiences: Experiences,
    private readonly results: ExperienceResults,
  ) {}

  @Post('discharges/:id/experience')
  async ofStay(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(stayInvitation)) { kind }: z.output<typeof stayInvitation>,
  ): Promise<InvitationView> {
    return orRefuse(await this.experiences.invite('discharges', caseId(id), kind, reader));
  }

  @Post('sips/:id/experience')
  async ofSip(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(sipInvitation)) { kind }: z.output<typeof sipInvitation>,
  ): Promise<InvitationView> {
    return orRefuse(await this.experiences.invite('sips', caseId(id), kind, reader));
  }

  @Post('experience/invitations')
  async ofStaff(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(emptyBody)) _body: object,
  ): Promise<InvitationView> {
    return orRefuse(await this.experiences.inviteStaff(reader));
  }

  @Post('experience/answers')
  @HttpCode(200)
  async enter(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(enteredAnswers)) { secret, answers, way }: z.output<typeof enteredAnswers>,
  ): Promise<TakenExperience> {
    return orRefuse(await this.experiences.enter(secret, answers, way, reader));
  }

  @Get('experience')
  async read(
    @Query(new Judged(resultsQuery)) asked: z.output<typeof resultsQuery>,
    @Asking() reader: Reader,
  ): Promise<ExperienceView> {
    return orRefuse(await this.results.read(asked, reader));
  }
}

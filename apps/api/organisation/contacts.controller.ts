import type { Reader } from '@hemgang/access';
import {
  Contacts,
  type ColleagueView,
  type HandedOverView,
  type Page,
  type StandingContactView,
} from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { incomingOf } from '../edge/command-request';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { contactHandoverBody, standingContactBody } from './organisation-bodies';

/** Who at the reader's unit is whose fast vårdkontakt, beyond the single case. */
@Controller('api/v1')
export class ContactsController {
  constructor(private readonly contacts: Contacts) {}

  @Get('colleagues')
  colleagues(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Page<ColleagueView> {
    return { items: this.contacts.colleagues(reader), next: null };
  }

  @Get('standing-contacts')
  standing(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Page<StandingContactView> {
    const standing = this.contacts.standing(reader);
    return { items: standing === null ? [] : [standing], next: null };
  }

  @Post('standing-contacts')
  @HttpCode(200)
  async appoint(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(standingContactBody)) wanted: z.output<typeof standingContactBody>,
  ): Promise<StandingContactView> {
    return orRefuse(await this.contacts.appointStanding(reader, wanted));
  }

  @Post('contact-handovers')
  @HttpCode(200)
  async handOver(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(contactHandoverBody)) wanted: z.output<typeof contactHandoverBody>,
    @Req() request: FastifyRequest,
  ): Promise<Page<HandedOverView>> {
    const { key } = incomingOf(request);
    const items = await this.contacts.handOverPatients(reader, wanted, key);
    return orRefuse('code' in items ? items : { items, next: null });
  }
}

import type { Reader } from '@hemgang/access';
import {
  ProtectedIdentities,
  type Page,
  type ProtectedView,
  type ProtectionContactsView,
} from '@hemgang/cases';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { outsideBody, protectionBody, protectionContactsBody } from './organisation-bodies';

/** Skyddade personuppgifter: the grade of a person, whom a controller names, what is outside. */
@Controller('api/v1')
export class ProtectionController {
  constructor(private readonly protection: ProtectedIdentities) {}

  @Post('protected-identities')
  @HttpCode(200)
  async setGrade(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(protectionBody)) wanted: z.output<typeof protectionBody>,
  ): Promise<ProtectedView> {
    return orRefuse(await this.protection.setGrade(reader, wanted));
  }

  @Get('protection-contacts')
  async contacts(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<Page<ProtectionContactsView>> {
    const found = await this.protection.contacts(reader);
    return { items: found === null ? [] : [found], next: null };
  }

  @Post('protection-contacts')
  @HttpCode(200)
  async nameContacts(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(protectionContactsBody)) wanted: z.output<typeof protectionContactsBody>,
  ): Promise<ProtectionContactsView> {
    return orRefuse(await this.protection.nameContacts(reader, wanted));
  }

  @Post('outside-cases')
  @HttpCode(200)
  async handleOutside(
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Body(new Judged(outsideBody)) { caseId }: z.output<typeof outsideBody>,
  ): Promise<ProtectedView> {
    return orRefuse(await this.protection.handleOutside(reader, caseId));
  }
}

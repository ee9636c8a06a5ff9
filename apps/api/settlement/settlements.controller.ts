import type { Reader } from '@hemgang/access';
import {
  Settlements,
  Views,
  type RowIdentityView,
  type SettlementVersionRowsView,
} from '@hemgang/cases';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { Judged } from '../edge/judged';
import { noQuery } from '../edge/query';
import { orRefuse } from '../edge/refused';
import { csvOf } from './csv';
import { printed } from './print';
import { settlementTables, type SettlementTables } from './tables';
import { XLSX, xlsxOf } from './xlsx';

/** What a settlement has beside what every case has: its basis as a file, and whose a row is. */
@Controller('api/v1/settlements/:id')
export class SettlementsController {
  constructor(
    private readonly views: Views,
    private readonly settlements: Settlements,
  ) {}

  @Get('rows/:row/identity')
  async identity(
    @Param() { id, row }: { id: string; row: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<RowIdentityView> {
    return orRefuse(await this.settlements.identity(caseId(id), row, reader));
  }

  @Get('versions/:event')
  async version(
    @Param() { id, event }: { id: string; event: string },
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
  ): Promise<SettlementVersionRowsView> {
    // What is no number names no computation, as one that is none does.
    return orRefuse(await this.settlements.version(caseId(id), Number(event), reader));
  }

  @Get('basis.xlsx')
  async xlsx(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const tables = await this.tables(id, reader);
    file(reply, tables, XLSX, 'xlsx');
    return xlsxOf([tables.facts, tables.rows, tables.duties]);
  }

  @Get('basis.csv')
  async csv(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const tables = await this.tables(id, reader);
    file(reply, tables, 'text/csv; charset=utf-8', 'csv');
    return csvOf(tables.rows);
  }

  @Get('basis.pdf')
  async pdf(
    @Param('id') id: string,
    @Query(new Judged(noQuery)) _query: object,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const tables = await this.tables(id, reader);
    file(reply, tables, 'application/pdf', 'pdf');
    return printed(tables);
  }

  /** In Swedish whoever asks: it is a basis for an invoice. Reading it is logged like any reading. */
  private async tables(id: string, reader: Reader): Promise<SettlementTables> {
    const swedish: Reader = { ...reader, language: 'sv' };
    return settlementTables(orRefuse(await this.views.case('settlements', caseId(id), swedish)));
  }
}

/** Says what the file is, and its name: `avrakning-2480-2026-02.csv`. */
function file(reply: FastifyReply, { fileName }: SettlementTables, type: string, ending: string) {
  void reply.headers({
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName}.${ending}"`,
  });
}

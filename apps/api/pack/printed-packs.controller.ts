import type { Reader } from '@hemgang/access';
import { Packs, type PackView } from '@hemgang/cases';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Asking } from '../edge/caller';
import { Judged } from '../edge/judged';
import { orRefuse, Refused } from '../edge/refused';
import { PdfPrinter } from '../pages/pdf-printer';
import { XLSX, xlsxOf } from '../settlement/xlsx';
import { openCharts, type Charts } from './charts';
import { PACK_POLICY, packPage } from './pack-page';
import { packTables } from './pack-tables';

const language = z.enum(['sv', 'en']).default('sv');

const excelQuery = z.strictObject({ language });

const pageQuery = z.strictObject({ language, format: z.enum(['html', 'pdf']).default('html') });

/** A frozen pack on paper and as a spreadsheet. Both are made anew each time, and are the same each time. */
@Controller('api/v1/packs/:id')
export class PrintedPacksController {
  private charts: Promise<Charts> | null = null;

  constructor(
    private readonly packs: Packs,
    private readonly printer: PdfPrinter,
  ) {}

  /** Whether a PDF can be made is said before anything is read. */
  @Get('page')
  async page(
    @Param('id') id: string,
    @Query(new Judged(pageQuery)) query: z.output<typeof pageQuery>,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const canPdf = this.printer.isPresent;
    const isPdf = query.format === 'pdf';
    if (isPdf && !canPdf) throw new Refused({ code: 'PDF_UNAVAILABLE' });
    const view = orRefuse(await this.packs.pack('printPack', id, reader));
    this.charts ??= openCharts();
    const page = packPage(view, {
      ...{ language: query.language, charts: await this.charts, canPdf },
    });
    if (!isPdf) {
      void reply.headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PACK_POLICY,
      });
      return page;
    }
    const pdf = orRefuse(await this.printer.print(page));
    asFile(reply, view, 'application/pdf', 'pdf');
    return pdf;
  }

  @Get('pack.xlsx')
  async excel(
    @Param('id') id: string,
    @Query(new Judged(excelQuery)) query: z.output<typeof excelQuery>,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const view = orRefuse(await this.packs.pack('getPackExcel', id, reader));
    asFile(reply, view, XLSX, 'xlsx');
    return xlsxOf(packTables(view, query.language));
  }
}

/** `underlag-2480-2026-11-2.pdf`: place, month, edition. */
function asFile(reply: FastifyReply, { content, edition }: PackView, type: string, ending: string) {
  const place = content.place.id.replace('municipality:', '').replace('county', 'lanet');
  const name = `underlag-${place}-${content.month.slice(0, 'YYYY-MM'.length)}-${edition}`;
  void reply.headers({
    'content-type': type,
    'content-disposition': `attachment; filename="${name}.${ending}"`,
  });
}

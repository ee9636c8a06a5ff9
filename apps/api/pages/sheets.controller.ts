import type { Reader } from '@hemgang/access';
import { Views, type Sheets } from '@hemgang/cases';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Asking } from '../edge/caller';
import { caseId } from '../edge/case-id';
import { Judged } from '../edge/judged';
import { orRefuse, Refused } from '../edge/refused';
import { HEADING_LANGUAGES } from './headings';
import { patientSheetPage } from './patient-sheet-page';
import { PdfPrinter } from './pdf-printer';
import type { SheetWish } from './sheet-frame';
import { SHEET_POLICY } from './sheet-style';
import { sipSheetPage } from './sip-sheet-page';

/** How a sheet is wanted: in the language of whom it is for, not of who prints it. */
const sheetQuery = z.strictObject({
  language: z.enum(['sv', 'en']).default('sv'),
  print: z.enum(['a4', 'large']).default('a4'),
  headings: z.enum(HEADING_LANGUAGES).optional(),
  format: z.enum(['html', 'pdf']).default('html'),
});

type SheetQuery = z.output<typeof sheetQuery>;

/** What a sheet is put into words by. */
type PageOf<Sheet> = (sheet: Sheet, wish: SheetWish, canPdf: boolean) => string;

/** Pages for the person herself, to be printed. They hold no scripts. */
@Controller('api/v1')
export class SheetsController {
  constructor(
    private readonly views: Views,
    private readonly printer: PdfPrinter,
  ) {}

  @Get('discharges/:id/patient-sheet')
  patient(
    @Param('id') id: string,
    @Query(new Judged(sheetQuery)) query: SheetQuery,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const sheet = () => this.read('discharges', id, query, reader);
    return this.answer(sheet, patientSheetPage, query, reply);
  }

  @Get('sips/:id/patient-sheet')
  sip(
    @Param('id') id: string,
    @Query(new Judged(sheetQuery)) query: SheetQuery,
    @Asking() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const sheet = () => this.read('sips', id, query, reader);
    return this.answer(sheet, sipSheetPage, query, reply);
  }

  private async read<Path extends keyof Sheets>(
    path: Path,
    id: string,
    { language }: SheetQuery,
    reader: Reader,
  ): Promise<Sheets[Path]> {
    return orRefuse(await this.views.sheet(path, caseId(id), { ...reader, language }));
  }

  /** Whether a PDF can be made is said before anything is read: the log tells of no paper that nobody got. */
  private async answer<Sheet>(
    read: () => Promise<Sheet>,
    pageOf: PageOf<Sheet>,
    query: SheetQuery,
    reply: FastifyReply,
  ): Promise<string | Buffer> {
    const { isPresent } = this.printer;
    const isPdf = query.format === 'pdf';
    if (isPdf && !isPresent) throw new Refused({ code: 'PDF_UNAVAILABLE' });
    const page = pageOf(await read(), query, isPresent);
    if (isPdf) {
      const pdf = orRefuse(await this.printer.print(page));
      void reply.headers({
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="blad.pdf"',
      });
      return pdf;
    }
    void reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': SHEET_POLICY,
    });
    return page;
  }
}

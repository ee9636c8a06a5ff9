import { Controller, Get, Inject } from '@nestjs/common';
import type { ApiDocument } from '../openapi/document';
import { DOCUMENT } from '../tokens';

/** The description of the API for programs; `/api/docs` shows the same to people. */
@Controller('api')
export class DescriptionController {
  constructor(@Inject(DOCUMENT) private readonly document: ApiDocument) {}

  @Get('openapi.json')
  description(): ApiDocument {
    return this.document;
  }
}

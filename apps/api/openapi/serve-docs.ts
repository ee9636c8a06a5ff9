import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { ApiDocument } from './document';

/** Shows the document to people at `/api/docs`; its files come from the package, not from afar. */
export function serveDocs(app: NestFastifyApplication, document: ApiDocument): void {
  SwaggerModule.setup('api/docs', app, document as unknown as OpenAPIObject, {
    raw: false,
    customSiteTitle: 'Hemgång – API',
  });
}

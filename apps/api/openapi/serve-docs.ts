import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { ApiDocument } from './document';

const PATH = '/api/docs';

/**
 * The page of the package writes its styles into itself, which only a Content-Security-Policy with
 * `unsafe-inline` allows. This one says the same with files.
 */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Hemgång – API</title>
    <link rel="icon" href="${PATH}/favicon-32x32.png">
    <link rel="stylesheet" href="${PATH}/swagger-ui.css">
    <link rel="stylesheet" href="${PATH}/index.css">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${PATH}/swagger-ui-bundle.js"></script>
    <script src="${PATH}/swagger-ui-standalone-preset.js"></script>
    <script src="${PATH}/swagger-ui-init.js"></script>
  </body>
</html>
`;

/** Runs in the page: what it tries out comes from our own page, as what the web app sends. */
const OPTIONS = {
  // Without the bar on top, whose picture has a style in it.
  layout: 'BaseLayout',
  requestInterceptor: (request: { readonly headers: Record<string, string> }) => {
    request.headers['X-Requested-With'] = 'hemgang';
    return request;
  },
};

/** Shows the document to people at `/api/docs`; its files come from the package, not from afar. */
export function serveDocs(app: NestFastifyApplication, document: ApiDocument): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply, payload) => {
      const isPage = reply.getHeader('content-type')?.toString().startsWith('text/html') ?? false;
      const path = request.url.split('?', 1)[0];
      if (!isPage || (path !== PATH && path !== `${PATH}/`)) return payload;
      void reply.type('text/html; charset=utf-8');
      return PAGE;
    });
  SwaggerModule.setup(PATH.slice(1), app, document as unknown as OpenAPIObject, {
    raw: false,
    swaggerOptions: OPTIONS,
  });
}

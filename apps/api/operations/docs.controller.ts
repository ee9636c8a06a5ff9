import { basename, dirname } from 'node:path';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Swagger UI's own files; its code runs in the page and never here. */
const SWAGGER_UI = dirname(require.resolve('swagger-ui-dist/package.json'));
const FILES = ['favicon-32x32.png', 'index.css', 'swagger-ui-bundle.js', 'swagger-ui.css'];

/** All in files of its own: the Content-Security-Policy allows neither scripts nor styles within. */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Hemgång – API</title>
    <link rel="icon" href="/api/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
    <link rel="stylesheet" href="/api/docs/index.css">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/show.js"></script>
  </body>
</html>
`;

/**
 * Runs in the page. What it tries out comes from our own page, as what the web app sends; the
 * layout has no bar on top, whose picture has a style in it. Two hundred operations and as many schemas
 * are drawn when they are asked for.
 */
const SHOW = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  layout: 'BaseLayout',
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  requestInterceptor: (request) => {
    request.headers['X-Requested-With'] = 'hemgang';
    return request;
  },
});
`;

/** Shows the description of the API to people; nothing comes from afar. */
@Controller('api/docs')
export class DocsController {
  @Get()
  page(@Res() reply: FastifyReply): void {
    void reply.type('text/html; charset=utf-8').send(PAGE);
  }

  @Get('show.js')
  show(@Res() reply: FastifyReply): void {
    void reply.type('text/javascript; charset=utf-8').send(SHOW);
  }

  @Get(FILES)
  file(@Req() { routeOptions }: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.sendFile(basename(routeOptions.url ?? ''), SWAGGER_UI);
  }
}

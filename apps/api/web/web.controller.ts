import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WEB_FILES } from '../tokens';
import type { WebFiles } from './web-files';

const PAGE = 'index.html';

/** vite puts a fingerprint of the content into these names. */
const FINGERPRINTED = 'assets/';

/** Opens sealed pages on a computer without network; nothing that it shows belongs to our origin. */
const TO_KEEP = 'reservrutin.html';

/** Programs ask here; a page would tell them that a wrong address is right. */
const FOR_PROGRAMS = /^(api|health|metrics)(\/|$)/;

const NOT_BUILT =
  'Hemgång: webbsidorna är inte byggda. Kör npm run build och starta om.\n' +
  'Hemgång: the web pages have not been built. Run npm run build and start again.\n';

/** The web app. Its addresses are its own, so every one that is no file gets its page. */
@Controller()
export class WebController {
  constructor(@Inject(WEB_FILES) private readonly files: WebFiles) {}

  @Get('*')
  page(@Param('*') path: string, @Res() reply: FastifyReply): void {
    const { paths } = this.files;
    if (FOR_PROGRAMS.test(path)) {
      reply.callNotFound();
    } else if (!paths.has(PAGE)) {
      void reply.status(404).type('text/plain; charset=utf-8').send(NOT_BUILT);
    } else if (paths.has(path)) {
      sendFile(reply, path);
    } else if (path.startsWith(FINGERPRINTED)) {
      reply.callNotFound();
    } else {
      sendFile(reply, PAGE);
    }
  }
}

function sendFile(reply: FastifyReply, path: string): void {
  const cache = path.startsWith(FINGERPRINTED) ? 'public, max-age=31536000, immutable' : 'no-cache';
  if (path === TO_KEEP)
    void reply.header('content-disposition', `attachment; filename="${TO_KEEP}"`);
  void reply.header('cache-control', cache).sendFile(path, { cacheControl: false });
}

import type { Text } from '@hemgang/kernel';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readJson } from './read-json';
import { Refused } from './refused';
import { kindOfType } from './sent-file';

/** A discharge's longest command is a few texts of 4,000 characters; this is ten times as much. */
const BODY_BYTES_MAX = 256 * 1024;

/** JSON is UTF-8 (RFC 8259 8.1); a parameter that says otherwise would have us read it wrong. */
const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** What a form on a page of ours is sent as. */
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** A page that is scanned, or a photo from a telephone, is half of it (record 28). */
const FILE_BYTES_MAX = 10 * 1024 * 1024;

/** They lie in memory while they come: 160 MB at most. */
const FILES_AT_ONCE = 16;

/** A file has come within that, or never does. */
const RETRY_AFTER_SECONDS = '5';

const FILE_TYPES: Text = {
  sv: 'Skicka filen som PDF, PNG, JPEG eller ren text (UTF-8).',
  en: 'Send the file as PDF, PNG, JPEG or plain text (UTF-8).',
};

export const FORMS = { takesForms: true };

/** Marks a route that also takes what a plain form of ours sends. */
export const TakesForms = () => RouteConfig(FORMS);

/** Marks a route whose body is a file as it is, and nothing else; its bytes are not looked into here. */
export const TakesFiles = () => RouteConfig({ takesFiles: true });

/**
 * Makes JSON the only kind of body that is read, but for routes that take forms or files. Everything else is refused before a byte of it is
 * read: another type, another charset, compressed content.
 */
export function readOnlyJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRoute', (route) => {
    if (route.config !== undefined && 'takesFiles' in route.config) {
      route.bodyLimit = FILE_BYTES_MAX;
    }
  });
  fastify.addContentTypeParser<Buffer>(
    '*',
    { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX },
    async (request: FastifyRequest, body: Buffer) => {
      if (takesFiles(request)) return body;
      if (isForm(request)) return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
      const read = readJson(body);
      if ('unreadable' in read) throw new Refused({ code: 'MALFORMED_JSON' });
      return read.value;
    },
  );
  let files = 0;
  fastify.addHook('preParsing', async (request, { raw }) => {
    if (takesFiles(request)) {
      if (!isFile(request)) {
        throw new Refused({ code: 'MEDIA_TYPE_UNSUPPORTED', detail: FILE_TYPES });
      }
      if (files >= FILES_AT_ONCE) {
        throw new Refused({ code: 'UNAVAILABLE' }, { 'retry-after': RETRY_AFTER_SECONDS });
      }
      // Who has gone while we asked who calls would never end again.
      if (raw.closed) return;
      files += 1;
      raw.once('close', () => (files -= 1));
      return;
    }
    if (!isJson(request) && !isForm(request)) throw new Refused({ code: 'MEDIA_TYPE_UNSUPPORTED' });
  });
}

function takesFiles({ routeOptions: { config } }: FastifyRequest): boolean {
  return 'takesFiles' in config;
}

function isFile({ headers }: FastifyRequest): boolean {
  const encoding = headers['content-encoding'] ?? 'identity';
  return kindOfType(headers['content-type']) !== null && encoding === 'identity';
}

function isForm({ headers, routeOptions: { config } }: FastifyRequest): boolean {
  return 'takesForms' in config && FORM_TYPE.test(headers['content-type'] ?? '');
}

/** A POST without any content has no type either; whether it needs content is for its route. */
function isJson({ headers, method }: FastifyRequest): boolean {
  if (method !== 'POST') return true;
  const type = headers['content-type'];
  const hasContent =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (type === undefined) return !hasContent;
  const encoding = headers['content-encoding'] ?? 'identity';
  return JSON_TYPE.test(type) && encoding === 'identity';
}

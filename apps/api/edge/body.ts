import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readJson } from './read-json';
import { Refused } from './refused';

/** A discharge's longest command is a few texts of 4,000 characters; this is ten times as much. */
const BODY_BYTES_MAX = 256 * 1024;

/** JSON is UTF-8 (RFC 8259 8.1); a parameter that says otherwise would have us read it wrong. */
const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** What a form on a page of ours is sent as. */
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

export const FORMS = { takesForms: true };

/** Marks a route that also takes what a plain form of ours sends. */
export const TakesForms = () => RouteConfig(FORMS);

/**
 * Makes JSON the only kind of body that is read, but for routes that take forms. Everything else is refused before a byte of it is
 * read: another type, another charset, compressed content.
 */
export function readOnlyJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>(
    '*',
    { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX },
    async (request: FastifyRequest, body: Buffer) => {
      if (isForm(request)) return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
      const read = readJson(body);
      if ('unreadable' in read) throw new Refused({ code: 'MALFORMED_JSON' });
      return read.value;
    },
  );
  fastify.addHook('preParsing', async (request) => {
    if (!isJson(request) && !isForm(request)) throw new Refused({ code: 'MEDIA_TYPE_UNSUPPORTED' });
  });
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

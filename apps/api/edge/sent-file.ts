import { FILE_KINDS, MEDIA_TYPES, type FileKind } from '@hemgang/cases';
import type { FastifyRequest } from 'fastify';
import { Refused } from './refused';

/** What a percent-encoded text is made of (RFC 3986 2). */
const ENCODED = /^[\w.~!'()*%-]{1,1000}$/;

/** The name that a file has on its sender's computer, percent-encoded: headers are ASCII. */
export const FILE_NAME_HEADER = 'x-file-name';

/** What a content type says a file is; null: nothing that we take. */
export function kindOfType(contentType: string | undefined): FileKind | null {
  const [, type = '', charset] =
    /^([\w/+.-]+)(?:\s*;\s*charset="?([\w-]+)"?)?\s*$/i.exec(contentType ?? '') ?? [];
  const kind = FILE_KINDS.find((each) => MEDIA_TYPES[each] === type.toLowerCase());
  const isReadable = charset === undefined || (kind === 'text' && /^utf-8$/i.test(charset));
  return kind !== undefined && isReadable ? kind : null;
}

/**
 * The name of a file from its header.
 * @throws Refused 400 when it is missing, stands there twice or cannot be read
 */
export function fileNameOf({ raw }: FastifyRequest): string {
  const [name = '', ...more] = raw.headersDistinct[FILE_NAME_HEADER] ?? [];
  if (more.length > 0 || !ENCODED.test(name)) throw new Refused({ code: 'MALFORMED_REQUEST' });
  try {
    return decodeURIComponent(name);
  } catch {
    throw new Refused({ code: 'MALFORMED_REQUEST' });
  }
}

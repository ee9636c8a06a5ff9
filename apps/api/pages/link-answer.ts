import { isRefusal } from '@hemgang/cases';
import { problems, type Language, type Refusal, type Text } from '@hemgang/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../edge/language';
import { Refused } from '../edge/refused';

/** What a browser is shown behind a one-time link. */
interface LinkPage<Told> {
  readonly policy: string;
  readonly page: (told: Told) => string;
  /** Why it was not taken. */
  readonly refused: (title: Text, detail: Text) => string;
}

/** What somebody with a link and no account is answered: a browser with a page, a program with JSON. */
export function linkAnswer<Told extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  told: Told | Refusal,
  { policy, page, refused }: LinkPage<Told>,
): Told | string {
  if (!prefersPage(request)) {
    if (isRefusal(told)) throw new Refused(told);
    return told;
  }
  void reply.type('text/html; charset=utf-8').header('content-security-policy', policy);
  if (!isRefusal(told)) return page(told);
  const problem = problems[told.code];
  void reply.status(problem.status);
  return refused(problem.title, told.detail ?? problem.detail);
}

/** The language in which who has a link reads. */
export function linkLanguage({ headers }: FastifyRequest): Language {
  return languageOf(headers['accept-language']);
}

/** Browsers name HTML first; programs take anything or JSON. */
function prefersPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.split(',', 1)[0]?.trim().startsWith('text/html') ?? false;
}

import { problems, problemType, type Language, type Refusal } from '@hemgang/kernel';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457, with our stable `code` beside the URN that says the same. */
export interface ProblemDocument extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
}

/**
 * A refusal as the caller gets it: words of the catalogue or of the refusal, never of the caller.
 * The members of RFC 9457 stand last, so that no member of ours can take their place.
 */
export function problemDocument(refusal: Refusal, language: Language): ProblemDocument {
  const { code, detail, rule, errors, members } = refusal;
  const problem = problems[code];
  return {
    ...members,
    ...(rule === undefined ? {} : { rule }),
    ...(errors === undefined ? {} : { errors }),
    type: problemType(code),
    title: problem.title[language],
    status: problem.status,
    detail: (detail ?? problem.detail)[language],
    code,
  };
}

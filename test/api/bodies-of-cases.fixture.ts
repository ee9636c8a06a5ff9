import { EMPTY_DRAFT } from './plan-draft.fixture';

/** What operations on a case take that are no commands, by their address; and what is said without one. */
export function bodiesOfCases(id: string): Readonly<Record<string, object>> {
  return {
    [`/api/v1/sips/${id}/draft`]: EMPTY_DRAFT,
    [`/api/v1/sips/${id}/draft/turn`]: { step: 'take' },
    [`/api/v1/discharges/${id}/experience`]: { kind: 'after-discharge' },
    [`/api/v1/sips/${id}/experience`]: { kind: 'after-sip' },
    '/api/v1/experience/answers': {
      ...{ secret: 'AAAA-AAAA-AAAA-AAAA', way: 'phone', answers: { in_time: 4 } },
    },
  };
}

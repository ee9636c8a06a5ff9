import type { MachineEvent } from './event';

/** A fixed moment for samples: an ordinary Monday morning. */
const SAMPLE_TIME = '2026-03-02T08:00:00.000Z';

/** An example of an event, for the start check and for tests; all times are one fixed moment. */
export function sample(
  type: string,
  payload: Readonly<Record<string, unknown>> = {},
  more: Partial<MachineEvent> = {},
): MachineEvent {
  return {
    type,
    seq: 2,
    occurredAt: SAMPLE_TIME,
    recordedAt: SAMPLE_TIME,
    toldAt: SAMPLE_TIME,
    actor: { system: 'sample' },
    payload,
    given: {},
    from: null,
    ...more,
  };
}

import { sample } from '@hemgang/engine';
import type { ParticipantInput } from './context';

const at = '2026-03-02T08:00:00.000Z';

const times = ['2026-03-09T08:00:00.000Z', '2026-03-10T08:00:00.000Z'];

export const participantInputSample: ParticipantInput = {
  unit: 'umea-bistand',
  calledBy: 'hc-mariehem',
  calledAt: at,
  meetingAt: null,
  proposed: times,
};

/** One of every event that a called unit's machine handles. */
export const participantSamples = [
  sample('answer-call', { participant: 'p2-1', answer: 'attends' }),
  sample('answer-call', { participant: 'p2-1', answer: 'attends', suits: times.slice(0, 1) }),
  sample('approve-plan', { participant: 'p2-1', version: 3 }),
  sample('meeting-set', { at: '2026-03-09T08:00:00.000Z', toldAt: at }),
  sample('meeting-set', { at: '2026-03-09T08:00:00.000Z', toldAt: at, isAsProposed: true }),
  sample('times-proposed', { times, toldAt: at }),
  sample('meeting-off'),
  sample('meeting-held'),
  sample('plan-drafted', { version: 3, draftedAt: at, isOwed: true }),
  sample('plan-drafted', { version: 3, draftedAt: at, isOwed: false }),
  sample('plan-settled'),
  sample('plan-off'),
  sample('call-withdrawn'),
  sample('sip-ended'),
  sample('disputed', { event: 2, type: 'call', machine: 'sip', at, recordedAt: at }),
];

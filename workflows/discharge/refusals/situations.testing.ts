import type { Asker } from '@hemgang/engine';
import { everythingKnown } from '../play.testing';
import { allNeeds, at, patient, socialNeeds, Stay } from '../stay.testing';

export const physician = 'Karin Åström';
const EXPECTED = at('2026-03-06 12:00');
export const NOON = '2026-03-02 12:00';

export const admitted = (needs = socialNeeds, known = everythingKnown) =>
  new Stay(known).give('2026-03-02 08:00', 'admit', { patient, needs, physician });

export const unjudged = () => new Stay().give('2026-03-02 08:00', 'admit', { patient });

export const told = (needs = socialNeeds, receivers = ['umea-bistand']) =>
  admitted(needs).give('2026-03-02 09:00', 'send-inskrivningsmeddelande', {
    receivers,
    expectedDischargeAt: EXPECTED,
  });

export const toldBoth = () => told(allNeeds, ['umea-bistand', 'hc-mariehem']);

/** The hälsocentral sent the notice back. */
export const openCareReturned = () =>
  toldBoth().give('2026-03-02 10:00', 'reject', { reason: 'Ej listad.' }, { handover: 'h2-2' });

/** Umeå sent the notice back. */
export const umeaReturned = () =>
  told().give('2026-03-02 10:00', 'reject', { reason: 'Bor i Vännäs.' });

export const OPEN_CARE_MISSING =
  'När kommunal hälso- och sjukvård behövs ska också en hälsocentral eller annan öppenvård få meddelandet.';
export const FACTS_MISSING =
  'Inskrivningsmeddelandet ska innehålla namn, personnummer och folkbokföringsadress. Fyll i det som saknas.';

/** The address was typed into the first notice only. */
export const toldWithoutAddress = () =>
  admitted(socialNeeds, { ...everythingKnown, address: false }).give(
    '2026-03-02 09:00',
    'send-inskrivningsmeddelande',
    { ...notice(['umea-bistand']), folkbokforingsadress: 'Storgatan 12, Umeå' },
  );

export const notice = (receivers: string[], expectedDischargeAt = EXPECTED) => ({
  receivers,
  expectedDischargeAt,
});
export const judged = (when: string) => ({ physician, judgedAt: at(when) });

/** A situation, what is asked in it and by whom. */
export interface Case {
  readonly stay: () => Stay;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Absent: staff of the unit that the command is meant for. */
  readonly by?: Asker;
}

/** What a rule refuses, and what it lets through at noon. */
export type RefusalRow = readonly [command: string, why: string, no: Case, yes: Case];

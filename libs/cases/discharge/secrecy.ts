import { dischargeContext } from '@workflows/discharge';
import type { Told } from '../case-type';

/** Key of the duty to tell the receivers that the patient is utskrivningsklar. */
const UNDERRATTELSE = 'underrattelse';

/**
 * The judgement that secrecy hinders the receivers from being told (2017:612 3:1): as long as that
 * notice is owed, and when it never came to be sent, other authorities than the ward's see neither
 * the event nor what it opened.
 * @returns its number; null when there is nothing to keep from the reader
 */
export function keptSecret({ rows, reader, directory }: Told): number | null {
  const { utskrivningsklar, unit } = dischargeContext(rows.case.state);
  if (utskrivningsklar === null || utskrivningsklar.sentAt !== null) return null;
  if (directory.controllerOf(unit)?.id === reader.controller) return null;
  const kept = rows.duties.findLast(
    ({ key, closedAt, outcome }) =>
      key === UNDERRATTELSE && (closedAt === null || outcome === 'hindered'),
  );
  return kept?.openedSeq ?? null;
}

import type { Directory } from '@hemgang/directory';
import type { CaseRows } from '../case-type';
import type { Looking } from '../names';
import type { Consent } from './basis-for';
import { consentIn } from './consent';

/** Copies by which a receiver is not told which unit they come from: the law's facts do not name it. */
const NAMELESS: readonly string[] = ['OWN', 'STATUTORY_MIN', 'STATUTORY_NOTICE', 'PROCESS'];

/** A SIP that the person has said yes to, or had: those who make it know each other. */
const TOGETHER: readonly Consent[] = ['in-force', 'cannot', 'withdrawn'];

/** What a machine may remember of the units around it. */
interface Around {
  readonly unit?: string;
  readonly sender?: string;
  readonly calledBy?: string;
  readonly executor?: string;
}

/**
 * Which units of a case the reader's controller knows by name although it is not theirs: those that
 * have handed content to it on a ground of secrecy's own, those that it has itself turned to, and in
 * a SIP with consent all that take part.
 */
export function knownUnits(
  { case: { state, type }, contents }: CaseRows,
  { controller }: Looking,
  directory: Directory,
): (unit: string) => boolean {
  const isOurs = (unit: string | undefined) =>
    unit !== undefined && directory.controllerOf(unit)?.id === controller;
  const known = new Set<string>();
  for (const { unit, legalBasis } of contents) {
    if (unit !== null && !NAMELESS.includes(legalBasis)) known.add(unit);
  }
  for (const { context } of Object.values(state.machines)) {
    const { unit, sender, calledBy, executor } = context as Around;
    if (unit !== undefined && (isOurs(sender) || isOurs(calledBy))) known.add(unit);
    if (executor !== undefined && isOurs(unit)) known.add(executor);
  }
  const areTogether = type === 'sip' && TOGETHER.includes(consentIn(state));
  return (unit) => areTogether || known.has(unit);
}

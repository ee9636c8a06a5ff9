import { instantAt, later, localDate, addDays, type Instant } from '@hemgang/kernel';
import { executorsNear } from './stay';
import { hoursAfter } from './stay-course';
import { isOpenCare, lateOr, type Receiving } from './stay-receiving';
import type { StayDestination } from './stay';
import type { NamedMachine, StayStep } from './stay-step';
import { TAKE_OVER_COMMENTS } from './stay-texts';

const SHARE_EXECUTED_BY_OTHERS = 0.4;
const SHARE_NOT_HOME = 0.04;
const SHARE_NOBODY_CAME = 0.02;
const SHARE_POSTPONED = 0.06;

/** From the patient's leaving until the unit has taken over. */
export function takingOver(
  at: Receiving,
  leftAt: Instant,
  destination: StayDestination | null,
): StayStep[] {
  const from = later(leftAt, at.toldAt);
  if (isOpenCare(at)) return contact(at, from);
  if (destination === 'sabo') return [takeOver(at, at.after(from, 0.5, 8))];
  if (destination !== 'korttids') return firstVisit(at, from, 'handover');
  const arrivedAt = at.after(from, 0.5, 8);
  return [
    takeOver(at, arrivedAt),
    ...firstVisit(at, hoursAfter(arrivedAt, 72, 300, at.draw), 'homecoming'),
  ];
}

/** The first visit is planned soon, and then it is made; now and then not at once. */
function firstVisit(at: Receiving, from: Instant, machine: NamedMachine): StayStep[] {
  const { draw } = at;
  const plannedAt = at.after(from, 0.2, 3);
  const startAt = hoursAfter(plannedAt, 1, 9, draw);
  const executors = draw.happens(SHARE_EXECUTED_BY_OTHERS) ? executorsNear(at.unit) : [];
  const executor = executors.length === 0 ? null : draw.of(executors);
  const plan = { startAt, ...(executor === null ? {} : { executor }) };
  const setback = setbackAt(at, startAt, machine);
  const toldAt = setback.at(-1)?.at ?? startAt;
  const doneAt = at.after(toldAt, ...lateOr(at, [4, 30], [0.2, 1.8]));
  return [
    at.step(plannedAt, 'plan-start', plan, machine),
    ...setback,
    takeOver(at, doneAt, machine),
  ];
}

function setbackAt(at: Receiving, startAt: Instant, machine: NamedMachine): StayStep[] {
  const { draw } = at;
  const when = hoursAfter(startAt, 0.1, 1, draw);
  if (draw.happens(SHARE_NOBODY_CAME)) {
    return [at.step(when, 'report-no-start', { outcome: 'nobody-came' }, machine)];
  }
  if (draw.happens(SHARE_NOT_HOME)) {
    return [at.step(when, 'report-no-start', { outcome: 'not-home' }, machine)];
  }
  if (!draw.happens(SHARE_POSTPONED)) return [];
  const again = { outcome: 'postponed-agreed', startAt: hoursAfter(when, 2, 12, draw) };
  return [at.step(when, 'report-no-start', again, machine)];
}

/** Open care agrees on a contact and answers on the day whether it took place. */
function contact(at: Receiving, from: Instant): StayStep[] {
  const bookedAt = at.after(from, ...lateOr(at, [74, 100], [1, 40]));
  const days = Math.floor(at.draw.between(1, 9));
  const contactAt = later(instantAt(addDays(localDate(bookedAt), days), '09:30'), bookedAt);
  return [
    at.step(bookedAt, 'book-contact', { contactAt }),
    takeOver(at, at.after(contactAt, ...lateOr(at, [16, 40], [0.3, 5]))),
  ];
}

function takeOver(at: Receiving, when: Instant, machine: NamedMachine = 'handover'): StayStep {
  const comment = at.draw.of(TAKE_OVER_COMMENTS[at.kind] ?? []);
  return at.step(when, 'take-over', { comment }, machine);
}

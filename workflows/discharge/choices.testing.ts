import fc from 'fast-check';
import type { Choice } from './history.testing';

/** A case of the county holds some thirty events. */
const EVENTS_MAX = 45;
const DAY_MINUTES = 24 * 60;

const choice: fc.Arbitrary<Choice> = fc.record({
  sort: fc.nat({ max: 99 }),
  what: fc.nat({ max: 999 }),
  how: fc.nat({ max: 99 }),
  minutes: fc.oneof(fc.nat({ max: 180 }), fc.nat({ max: 2 * DAY_MINUTES })),
  backMinutes: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 240 })),
});

/** What is known of the need; from three on also who the patient is, is unknown. */
export const opening = fc.nat({ max: 5 });

/** What a history is made of. */
export const choices = fc.array(choice, { maxLength: EVENTS_MAX, size: 'max' });

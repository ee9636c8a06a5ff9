import { called, consented, inStay, MEETING } from './courses.testing';
import { at } from './life.testing';
import type { RefusalRow } from './message-refusals.testing';

const BOTH_TIMES =
  'Tider kan bara föreslås medan inget möte är bokat. Boka eller flytta mötet, eller föreslå tider.';

/** When everything is asked for: the meeting that is booked lies before it. */
const passed = at('2026-03-12 12:00');
const soon = { ...MEETING, at: at('2026-03-20 13:00') };
const proposed = { times: [soon.at, at('2026-03-21 09:00')], way: 'home' };
const one = { units: ['umea-bistand'] };
const another = { units: ['vannas-bistand'] };
const attends = { participant: 'p4-1', answer: 'attends' };

/** What is refused of times that the units choose from. */
export const proposedRefusals: readonly RefusalRow[] = [
  [
    'call',
    BOTH_TIMES,
    { life: () => consented(inStay()), payload: { ...one, proposed, meeting: soon } },
    { life: () => consented(inStay()), payload: { ...one, proposed } },
  ],
  [
    'call',
    BOTH_TIMES,
    { life: () => called(inStay(), { meeting: MEETING }), payload: { ...another, proposed } },
    { life: () => called(inStay()), payload: { ...another, proposed } },
  ],
  [
    'call',
    'En av tiderna har redan passerat.',
    {
      life: () => consented(inStay()),
      payload: { ...one, proposed: { ...proposed, times: [passed, proposed.times[0]] } },
    },
    { life: () => consented(inStay()), payload: { ...one, proposed } },
  ],
  [
    'answer-call',
    'En av tiderna är inte bland dem som är föreslagna nu. Se vilka som är det.',
    {
      life: () => called(inStay(), { proposed }),
      payload: { ...attends, suits: [soon.at, passed] },
    },
    { life: () => called(inStay(), { proposed }), payload: { ...attends, suits: [soon.at] } },
  ],
  [
    'answer-call',
    'Säg vilka av de föreslagna tiderna som passar, eller att ni behöver en ny tid.',
    { life: () => called(inStay(), { proposed }), payload: attends },
    { life: () => called(inStay()), payload: attends },
  ],
];

import type { Text } from '@hemgang/kernel';
import type { Command } from './command';
import { withService } from './with-service';

/** More parked notices than this mean one common cause; the rest follow in the next call. */
const SHOWN_MAX = 200;

const NONE: Text = { sv: 'Ingen avisering ligger åt sidan.', en: 'No notice is parked.' };

/** Shows the notices that failed in every attempt and were laid aside: ids and codes only. */
export const noticesParked: Command = {
  name: 'notices parked',
  usage: '',
  summary: {
    sv: 'visar aviseringar som lagts åt sidan efter upprepade fel',
    en: 'shows notices that were laid aside after repeated failures',
  },
  switches: [],
  operands: 0,
  run: (call) =>
    withService(call, async ({ outbox }) => {
      const parked = await outbox.parked(SHOWN_MAX);
      const lines = parked.map(
        ({ id, caseId, receiver, job, parkedAt, errorCode }) =>
          `${id}  ${job}  ${caseId}  ${receiver}  ${parkedAt}  ${errorCode}`,
      );
      return {
        code: parked.length === 0 ? 0 : 1,
        lines: parked.length === 0 ? [NONE[call.language]] : lines,
        data: { parked },
      };
    }),
};

/** Puts the parked notices back in line; the worker brings them within a second. */
export const noticesRedrive: Command = {
  name: 'notices redrive',
  usage: '',
  summary: {
    sv: 'skickar om aviseringarna som lagts åt sidan',
    en: 'sends the notices that were laid aside again',
  },
  switches: [],
  operands: 0,
  run: (call) =>
    withService(call, async ({ outbox }) => {
      const ids = (await outbox.parked(SHOWN_MAX)).map(({ id }) => id);
      await outbox.redrive(ids);
      const text: Text = { sv: `Skickas om: ${ids.length}.`, en: `Sent again: ${ids.length}.` };
      return { code: 0, lines: [text[call.language]], data: { redriven: ids } };
    }),
};

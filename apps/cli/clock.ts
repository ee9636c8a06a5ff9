import { formatInstant, HOUR_MS, MINUTE_MS, type Instant, type Language } from '@hemgang/kernel';
import { cannot, type Command, type Outcome } from './command';
import { withService } from './with-service';

/** What the letters of a duration mean. A day is 24 elapsed hours. */
const UNIT_MS: Readonly<Record<string, number>> = { m: MINUTE_MS, h: HOUR_MS, d: 24 * HOUR_MS };

/** A year: enough for any demo, and a slip of the finger cannot end time. */
const ADVANCE_MS_MAX = 366 * 24 * HOUR_MS;

/** Shows what time it is for every process of this Hemgång. */
export const clockShow: Command = {
  name: 'clock',
  usage: '',
  summary: { sv: 'visar vad klockan är i Hemgång', en: 'shows the time in Hemgång' },
  switches: [],
  operands: 0,
  run: (call) => withService(call, async ({ clock }) => shown(clock.now(), call.language)),
};

/** Moves the demo's time forward; timers that pass fire as they would have. */
export const clockAdvance: Command = {
  name: 'clock advance',
  usage: '3d|12h|90m',
  summary: {
    sv: 'flyttar fram klockan (bara i övningsläge)',
    en: 'moves the clock forward (demo mode only)',
  },
  switches: [],
  operands: 1,
  async run(call) {
    const ms = durationMs(call.operands[0] ?? '');
    if (ms === null) {
      return cannot(
        'Skriv hur långt klockan ska flyttas som dygn, timmar eller minuter, högst ett år: 3d, 12h, 90m.',
        'Write how far the clock moves as days, hours or minutes, at most a year: 3d, 12h, 90m.',
      );
    }
    return withService(call, async (service, { mode }) => {
      if (mode !== 'demo') {
        return cannot(
          'Klockan kan bara flyttas i övningsläge.',
          'The clock can be moved in demo mode only.',
        );
      }
      await service.advanceClock(ms);
      return shown(service.clock.now(), call.language);
    });
  },
};

function durationMs(text: string): number | null {
  const [, number, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const ms = Number(number) * (UNIT_MS[unit ?? ''] ?? NaN);
  return ms > 0 && ms <= ADVANCE_MS_MAX ? ms : null;
}

function shown(now: Instant, language: Language): Outcome {
  return { code: 0, lines: [`${formatInstant(now, language)} (${now})`], data: { now } };
}

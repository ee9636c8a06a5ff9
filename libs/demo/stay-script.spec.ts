import { localDate, localTime, plusMs, weekday } from '@hemgang/kernel';
import { stayOf } from './stay';
import { stayPlan } from './stay-plan';
import { stayScript } from './stay-script';
import type { StayStep } from './stay-step';

const ADMITTED_AT = '2026-11-03T09:12:00.000Z';

const { firstPart, rest } = stayPlan();
const planned = [...firstPart, ...rest];
const stays = planned.map(({ n, ward }) => stayOf(n, ward));
const scripts = stays.map((stay) => stayScript(stay, ADMITTED_AT));
const steps = scripts.flat();

const share = (wanted: (script: readonly StayStep[]) => boolean): number =>
  scripts.filter(wanted).length / scripts.length;
const has = (script: readonly StayStep[], command: string): boolean =>
  script.some((step) => step.command === command);

describe('the script of an invented stay', () => {
  it('is the same for the same stay and beginning, in whatever order one asks', () => {
    for (const index of [700, 3, 41, 3]) {
      const { n, ward } = planned[index]!;
      expect(stayScript(stayOf(n, ward), ADMITTED_AT)).toEqual(scripts[index]);
    }
  });

  it('begins with the same admission whenever it begins, so that it can be repeated', () => {
    for (const [index, stay] of stays.slice(0, 200).entries()) {
      const [other] = stayScript(stay, plusMs(ADMITTED_AT, 17 * 24 * 60 * 60 * 1_000));
      expect({ ...other, at: ADMITTED_AT }).toEqual(scripts[index]![0]);
    }
  });

  it('starts at the admission and goes forward in time', () => {
    for (const script of scripts) {
      const times = script.map(({ at }) => at);
      expect(times[0]).toBe(ADMITTED_AT);
      expect([...times].sort()).toEqual(times);
    }
  });

  it('ends with a patient who has gone home or died', () => {
    const endings = scripts.map((script) =>
      ['discharge', 'register-death'].filter((command) => has(script, command)),
    );
    expect(endings.filter((ending) => ending.length !== 1)).toEqual([]);
  });

  it('holds the mishaps of real life, in their shares', () => {
    expect(share((script) => has(script, 'register-death'))).toBeCloseTo(0.01, 1);
    expect(share((script) => has(script, 'withdraw-utskrivningsklar'))).toBeCloseTo(0.05, 1);
    expect(share((script) => has(script, 'reject'))).toBeCloseTo(0.03, 1);
    expect(share((script) => !has(script, 'send-inskrivningsmeddelande'))).toBeCloseTo(0.08, 1);
    for (const command of ['register-death', 'reject', 'notify-utskrivningsklar']) {
      expect(share((script) => has(script, command))).toBeGreaterThan(0);
    }
  });

  it('is mostly lived by day and on working days', () => {
    const night = steps.filter(({ at }) => localTime(at) < '07:00' || localTime(at) >= '21:00');
    const weekend = steps.filter(({ at }) => weekday(localDate(at)) >= 6);
    expect(night.length / steps.length).toBeLessThan(0.05);
    // Two days of seven would be 0.29.
    expect(weekend.length / steps.length).toBeLessThan(0.2);
    expect(weekend.length).toBeGreaterThan(0);
  });

  it('tells utskrivningsklar both before and after noon', () => {
    const marked = steps.filter(({ command }) => command === 'mark-utskrivningsklar');
    const late = marked.filter(({ at }) => localTime(at) >= '12:00');
    expect(late.length / marked.length).toBeGreaterThan(0.2);
    expect(late.length / marked.length).toBeLessThan(0.8);
  });

  it('says nothing of the patient but in the admission', () => {
    for (const [index, script] of scripts.entries()) {
      const { number, name, address } = stays[index]!.patient;
      const told = JSON.stringify(script.slice(1));
      for (const fact of [number, name, address]) expect(told).not.toContain(fact);
    }
  });
});

import { localDate, localTime, plusMs, weekday } from '@hemgang/kernel';
import { unitOf } from './stay';
import { stayScript } from './stay-script';
import type { StayStep } from './stay-step';
import { storyPlan } from './story-plan';

const ADMITTED_AT = '2026-11-03T09:12:00.000Z';

const { firstPart, rest } = storyPlan();
const stays = [...firstPart, ...rest].map(({ story }) => story.first);
const scripts = stays.map((stay) => stayScript(stay, ADMITTED_AT).steps);
const steps = scripts.flat();

const share = (wanted: (script: readonly StayStep[]) => boolean): number =>
  scripts.filter(wanted).length / scripts.length;
const has = (script: readonly StayStep[], command: string): boolean =>
  script.some((step) => step.command === command);

describe('the script of an invented stay', () => {
  it('is the same for the same stay and beginning, in whatever order one asks', () => {
    for (const index of [700, 3, 41, 3]) {
      expect(stayScript(stays[index]!, ADMITTED_AT).steps).toEqual(scripts[index]);
    }
  });

  it('begins with the same admission whenever it begins, so that it can be repeated', () => {
    for (const [index, stay] of stays.slice(0, 200).entries()) {
      const [other] = stayScript(stay, plusMs(ADMITTED_AT, 17 * 24 * 60 * 60 * 1_000)).steps;
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

  it('ends with a patient who has gone home, died or been taken to another region', () => {
    const ends = ['discharge', 'register-death', 'transfer-to-region'];
    expect(scripts.filter((script) => !ends.some((end) => has(script, end)))).toEqual([]);
  });

  it.each([
    ['withdraw-utskrivningsklar', 0.06, 0.11],
    ['reject', 0.03, 0.07],
    ['accept-move', 0.09, 0.16],
    ['report-sent', 0.025, 0.06],
    ['register-death', 0.015, 0.05],
    ['transfer-to-region', 0.01, 0.04],
    ['report-discharge-not-carried-out', 0.015, 0.05],
    ['no-need', 0.003, 0.02],
    ['notify-utskrivningsklar', 0.01, 0.04],
    ['note-compulsory-care', 0.003, 0.02],
    ['set-delay-cause', 0.2, 0.37],
    ['comment-delay-cause', 0.05, 0.13],
    ['register-rehab', 0.05, 0.35],
  ])('holds the turns of real life, in their shares: %s', (command, min, max) => {
    const found = share((script) => has(script, command));
    expect(found).toBeGreaterThan(min);
    expect(found).toBeLessThan(max);
  });

  it('goes by mistake to no unit whose very name is kept from others', () => {
    const wrong = stays.flatMap(({ mistake }) => (mistake === null ? [] : [unitOf(mistake.unit)]));
    expect(wrong.length).toBeGreaterThan(10);
    expect(wrong.filter(({ sensitive }) => sensitive)).toEqual([]);
  });

  it('may end without anybody having planned it', () => {
    const endings = steps.map(({ payload }) => payload['ending']);
    expect(endings).toEqual(expect.arrayContaining(['left-against-advice', 'absconded']));
    expect(share((script) => !has(script, 'send-inskrivningsmeddelande'))).toBeCloseTo(0.08, 1);
  });

  it('has the ward speak for a receiver that has no account, with whom, how and when', () => {
    const registered = steps.filter(({ payload }) => payload['registered'] !== undefined);
    expect(registered.length).toBeGreaterThan(50);
    for (const { at, payload } of registered) {
      expect(payload['registered']).toEqual({ name: expect.any(String), channel: 'phone', at });
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

import { at, patient, socialNeeds, Stay } from './stay.testing';

/** A patient who is judged utskrivningsklar on a Thursday morning: Umeå is liable from Sunday. */
function unplanned(): Stay {
  return new Stay()
    .give('2026-03-03 08:00', 'admit', { patient, needs: socialNeeds, physician: 'K. Å.' })
    .give('2026-03-03 09:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-mariehem'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });
}

function planned(): Stay {
  return unplanned()
    .give('2026-03-03 10:00', 'start-planning', {}, { handover: 'h2-1' })
    .give('2026-03-03 11:00', 'start-planning', {}, { handover: 'h2-2' });
}

const ready = (stay: Stay): Stay =>
  stay.give('2026-03-05 08:00', 'mark-utskrivningsklar', {
    physician: 'K. Å.',
    judgedAt: at('2026-03-05 08:00'),
  });

/** What the ladders of one side's readiness tell until a moment. */
function told(stay: Stay, machine: string, until: string): readonly string[] {
  const isReadiness = (duty: string) => duty.startsWith(`${machine}.beredskap`);
  return stay
    .sweep(at(until))
    .flatMap(({ effects }) => effects)
    .flatMap((effect) =>
      effect.type === 'remind' && isReadiness(effect.duty) ? [effect.step] : [],
    );
}

describe("a municipality's readiness", () => {
  it('is told on the last free day that the free days end, and then that the liability has begun', () => {
    const stay = ready(planned());
    expect(told(stay, 'h2-1', '2026-03-07 07:59')).toEqual([]);
    expect(told(stay, 'h2-1', '2026-03-07 08:00')).toEqual(['free-days-end-tomorrow']);
    expect(told(stay, 'h2-1', '2026-03-07 20:00')).toEqual(['soon']);
    expect(told(stay, 'h2-1', '2026-03-08 00:00')).toEqual(['liability-begun']);
  });

  it.each([
    ['that never began to plan', () => ready(unplanned())],
    [
      'that begins to plan after the notice',
      () => ready(unplanned()).give('2026-03-05 10:00', 'start-planning', {}, { handover: 'h2-1' }),
    ],
  ])('tells both to the municipality %s', (_words, course) => {
    const stay = course();
    expect(told(stay, 'h2-1', '2026-03-07 07:59')).toEqual([]);
    expect(told(stay, 'h2-1', '2026-03-07 08:00')).toEqual(['free-days-end-tomorrow']);
    expect(told(stay, 'h2-1', '2026-03-07 20:00')).toEqual(['soon']);
    expect(told(stay, 'h2-1', '2026-03-08 00:00')).toEqual(['liability-begun']);
  });

  it('goes on with its ladder when the planning begins in the middle of it', () => {
    const stay = ready(unplanned());
    expect(told(stay, 'h2-1', '2026-03-07 08:00')).toEqual(['free-days-end-tomorrow']);
    stay.give('2026-03-07 09:00', 'start-planning', {}, { handover: 'h2-1' });
    expect(told(stay, 'h2-1', '2026-03-07 20:00')).toEqual(['soon']);
    expect(told(stay, 'h2-1', '2026-03-08 00:00')).toEqual(['liability-begun']);
  });

  it('hears of neither when the notice is withdrawn, nor before there is one', () => {
    const before = planned();
    expect(told(before, 'h2-1', '2026-03-05 20:00')).toEqual(['day-before']);
    const stay = ready(planned());
    expect(told(stay, 'h2-1', '2026-03-07 08:00')).toEqual(['free-days-end-tomorrow']);
    stay.give('2026-03-07 09:00', 'withdraw-utskrivningsklar', { reason: 'Feber.' });
    expect(told(stay, 'h2-1', '2026-03-09 00:00')).not.toContain('liability-begun');
  });

  it("is the municipality's alone: the region's open care pays nothing", () => {
    const stay = ready(planned());
    expect(told(stay, 'h2-2', '2026-03-07 08:00')).toEqual(['day-before']);
    expect(told(stay, 'h2-2', '2026-03-08 00:00')).toEqual(['due']);
  });
});

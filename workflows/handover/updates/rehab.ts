import type { Updates } from '../situation';

/** The days of rehabilitation, as whoever gives it says. */
export const rehabUpdates = {
  noteRehab: ({ context: { rehab = [] }, event }) =>
    event.type === 'register-rehab'
      ? { rehab: [...rehab, { event: event.seq, ...event.payload }] }
      : {},
  rehabStruck: ({ context: { rehab = [] }, event }) => {
    if (event.type !== 'register-rehab-struck') return {};
    const left = rehab.filter((fact) => fact.event !== event.payload.event);
    return { rehab: left.length === 0 ? undefined : left };
  },
} satisfies Updates;

import type { Updates } from '../situation';

/** Who speaks for several: a coordinator per municipality, a calling contact in the open care. */
export const cooperationUpdates = {
  noteCoordinator: ({ context, event }) => {
    if (event.type !== 'name-coordinator') return {};
    const { unit } = event.payload;
    const huvudman = (event.given['huvudman'] ?? {}) as Readonly<Record<string, string>>;
    return { coordinators: { ...context.coordinators, [huvudman[unit] ?? '']: unit } };
  },
  /** The first contact calls, until another is marked. */
  noteContact: ({ context, event }) => ({ calling: context.calling ?? event.from }),
  forgetContact: ({ context, event }) => (context.calling === event.from ? { calling: null } : {}),
  noteCalling: ({ event }) => ({ calling: event.from }),
} satisfies Updates;

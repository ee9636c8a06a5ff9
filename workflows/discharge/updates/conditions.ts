import type { Updates } from '../situation';

/** What holds for a while during the stay. */
export const conditionUpdates = {
  notePermission: ({ event }) => {
    if (event.type !== 'note-permission') return {};
    const { from, until } = event.payload;
    return { permission: { from, until } };
  },
  forgetPermission: () => ({ permission: undefined }),
  noteCompulsoryCare: ({ event }) => {
    if (event.type !== 'note-compulsory-care') return {};
    const { law } = event.payload;
    return { compulsory: law === 'none' ? undefined : law };
  },
} satisfies Updates;

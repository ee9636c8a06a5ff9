import { registeredAnew, withRole } from '../municipalities';
import type { Updates } from '../situation';

/** Which municipality is responsible for what, by day. */
export const municipalityUpdates = {
  noteFolkbokforing: ({ context, event }) => {
    if (event.type !== 'change-folkbokforing') return {};
    const { municipality = null, from } = event.payload;
    return { municipalities: registeredAnew(context, municipality, from) };
  },
  noteMunicipality: ({ context, event }) => {
    if (event.type !== 'assign-municipality') return {};
    const { role, municipality, from, basis } = event.payload;
    const entry = { role, municipality, from, basis };
    return { municipalities: withRole(context.municipalities, entry) };
  },
} satisfies Updates;

import type { CoverView } from '@hemgang/cases';
import { z } from 'zod';
import { weekHours } from '../cover/cover-bodies';
import { instant } from './basic-schemas';

const named = z.strictObject({ id: z.string(), name: z.string() });

const turn = z.strictObject({
  person: named,
  from: instant,
  until: instant.describe('It no longer holds from here on.'),
});

/** Who reads what comes to the units of the caller's controller. */
export const cover = z.strictObject({
  units: z.array(
    z.strictObject({
      unit: named,
      version: z.int(),
      hours: weekHours,
      source: z.enum(['unit', 'county']).describe('county: assumed for its kind.'),
      coming: z.array(z.strictObject({ from: z.iso.date(), hours: weekHours })),
    }),
  ),
  watches: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      version: z.int(),
      units: z.array(named),
      mayDecide: z.boolean().describe('False: who has it only receives and passes on.'),
      holder: named.nullable().describe('Who has it now; null: nobody.'),
      mayHandOver: z.boolean().describe('You may hand it over now.'),
      candidates: z.array(named).describe('Who can have it: works at each of the units.'),
      turns: z.array(turn),
    }),
  ),
  absences: z
    .array(turn.extend({ id: z.string() }))
    .describe('Everybody’s for administrators, your own for others.'),
  people: z
    .array(named.extend({ units: z.array(z.string()) }))
    .describe('For administrators: who can have a turn, by the units where she works.'),
}) satisfies z.ZodType<CoverView>;

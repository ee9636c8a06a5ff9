import type { SipFiguresView } from '@hemgang/cases';
import { z } from 'zod';
import { localDate } from './basic-schemas';

const count = z.int().min(0);

const sipCounts = z
  .strictObject({
    started: count,
    withoutStay: count,
    offered: count,
    declined: count,
    refused: count.describe('Not made although somebody saw the need, with a documented reason.'),
    consented: count,
    called: count,
    kallelser: count.describe('Calls that the law asks for in a stay (2017:612 4:3).'),
    kallelserInTime: count,
    held: z
      .strictObject({
        home: count,
        video: count,
        phone: count,
        hospital: count,
        'other-place': count,
      })
      .describe('Meetings by how they met.'),
    established: count,
    followedUp: count,
    followUps: count.describe('A SIP may have many.'),
    closed: count,
  })
  .describe('Numbers of SIPs, where nothing else is said; what has been struck does not count.');

export const sipFigures = z.strictObject({
  from: localDate,
  to: localDate,
  all: sipCounts,
  huvudman: z
    .array(z.strictObject({ id: z.string(), name: z.string(), sips: sipCounts }))
    .describe('Each with the SIPs that its units have started.'),
}) satisfies z.ZodType<SipFiguresView>;

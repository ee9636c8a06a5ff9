import { DELETE, GROWS, isOfParty, READER, SELECT, UPDATE, type Wall } from './wall';

const OWN_CONTROLLER = { select: `controller = ${READER.controller}` };
const OWN_STAFF = { select: `staff = ${READER.staff} and unit = ${READER.unit}` };

/** What is kept of a person beside her cases goes at her gallring (record 24). */
const ERASED = { ...SELECT, ...DELETE } as const;

/** Who hides, who blocks and who opens in an emergency (record 23). */
export const WALLS_OF_GUARDS: Readonly<Record<string, Wall>> = {
  protection_changes: { writes: { ...GROWS, ...DELETE } },
  // To everybody with a case of the person: whom to ring. Without a person it is for all of them.
  protection_contacts: {
    reads: {
      select: `person is null
               or (select true from wall_persons w where w.person_id = protection_contacts.person limit 1)`,
    },
    writes: { ...GROWS, ...UPDATE, ...DELETE },
    works: SELECT,
  },
  outside_cases: {
    reads: { select: isOfParty('outside_cases.case_id') },
    writes: GROWS,
    works: SELECT,
  },
  emergency_openings: {
    reads: OWN_STAFF,
    writes: ERASED,
    works: { ...GROWS, ...UPDATE },
  },
  blocks: { reads: OWN_CONTROLLER, writes: ERASED, works: { ...GROWS, ...UPDATE } },
  // A trigger lets them go by an erasure alone.
  block_releases: { reads: OWN_STAFF, writes: ERASED, works: GROWS },
  objections: { reads: OWN_CONTROLLER, writes: ERASED, works: { ...GROWS, ...UPDATE } },
};

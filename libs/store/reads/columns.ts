/** Parts that several reads share, spelled as the row types of TypeScript. */

/** From `cases c`: a `StoredCase`. */
export const STORED_CASE = `
  c.id, c.type, c.person_id as "personId", c.region, c.version,
  c.definition_hash as "definitionHash", c.state`;

/** From `cases c`: a `CaseRow`. */
export const CASE_COLUMNS = `${STORED_CASE}, c.word,
  c.opened_at as "openedAt", c.ended_at as "endedAt"`;

/** From `contents`: a `ContentRow`. */
export const CONTENT_COLUMNS = `
  controller, entry, legal_basis as "legalBasis", encode(salt, 'hex') as salt, source, body`;

/** Persons as `p`, so that `to_json(p)` is a `PersonRow` but for the spelling of its time. */
export const PERSONS_P = `
  (select id, number, number_kind as "numberKind", name, address, municipality,
          registration, identified_at as "identifiedAt", protection,
          protected_since as "protectedSince"
   from persons) as p`;

/** Columns that several reads share, spelled as the row types of TypeScript. */

/** From `cases c`. */
export const CASE_COLUMNS = `
  c.id, c.type, c.person_id as "personId", c.region, c.version,
  c.definition_hash as "definitionHash", c.state, c.word,
  c.opened_at as "openedAt", c.ended_at as "endedAt"`;

/** From `persons p`, as one JSON value. */
export const PERSON_JSON = `
  json_build_object(
    'id', p.id, 'number', p.number, 'numberKind', p.number_kind, 'name', p.name,
    'address', p.address, 'municipality', p.municipality,
    'identifiedAt', iso(p.identified_at))`;

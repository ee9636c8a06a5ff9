import type { Statement } from '../statement';

/** Cases that are not closed and run on the same definition. */
export interface CasesOnDefinition {
  readonly type: string;
  readonly version: number;
  /** The definition's fingerprint when the case was written last. */
  readonly hash: string;
  readonly cases: number;
}

/** Reads every case: for the operator's doctor, not for a page or a command. */
export const OPEN_CASE_DEFINITIONS: Statement<CasesOnDefinition> = {
  name: 'open-case-definitions',
  text: `
    select type, workflow_version as version, definition_hash as hash, count(*)::int as cases
    from cases
    where state ->> 'closedAt' is null
    group by type, workflow_version, definition_hash
    order by type, workflow_version, definition_hash`,
};

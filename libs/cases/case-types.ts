import type { FieldGroup } from '@hemgang/access';
import { avvikelseType } from './avvikelse/avvikelse-type';
import type { CaseType } from './case-type';
import type { CaseSummaryView, CaseView } from './case-view';
import { dischargeType } from './discharge/discharge-type';
import { groupOf, type Field } from './masked';
import { settlementType } from './settlement/settlement-type';
import { sipType } from './sip/sip-type';

/** Every type of case that can be shown, by the name of its workflow. */
const CASE_TYPES = {
  discharge: dischargeType,
  sip: sipType,
  settlement: settlementType,
  avvikelse: avvikelseType,
} as const satisfies Record<string, CaseType>;

type CaseTypes = typeof CASE_TYPES;

/** The type whose cases a path segment names: `discharges`. */
type TypeAt<Path extends string> = Path extends 'avvikelser'
  ? CaseTypes['avvikelse']
  : Path extends `${infer Name}s`
    ? Name extends keyof CaseTypes
      ? CaseTypes[Name]
      : CaseType
    : CaseType;

/** What a case at this path looks like; as far as the path is known to the compiler. */
export type ViewAt<Path extends string> =
  TypeAt<Path> extends CaseType<infer View> ? View : CaseView;

/** What a line of the list at this path looks like. */
export type LineAt<Path extends string> =
  TypeAt<Path> extends CaseType<CaseView, infer Line> ? Line : CaseSummaryView;

/** @throws Error for a workflow whose cases nobody has put into words */
export function caseTypeOf(type: string): CaseType {
  const found = Object.entries<CaseType>(CASE_TYPES).find(([name]) => name === type);
  if (found === undefined) throw new Error(`cases of type "${type}" have no view`);
  return found[1];
}

/** What the fields of a type of case are about, by their names. */
export interface FieldTables {
  readonly view: Readonly<Record<string, FieldGroup>>;
  readonly line: Readonly<Record<string, FieldGroup>>;
}

/** What the policy's masks act on, for the page of permissions and the tests of every answer. */
export function fieldTables(type: string): FieldTables {
  const { fields, lineFields } = caseTypeOf(type);
  const groups = (table: object) =>
    Object.fromEntries(
      Object.entries(table).map(([name, field]) => [name, groupOf(field as Field)] as const),
    );
  return { view: groups(fields), line: groups(lineFields) };
}

export { BESIDE_ROWS, maskOf, purposeRow, type PurposeRow, type Reading } from './case-rows';
export {
  FIELD_GROUPS,
  FIELD_GROUP_TEXTS,
  NOTHING_SHOWN,
  type FieldGroup,
  type Mask,
} from './field-group';
export { judgeAccess, type AccessAnswer, type AccessQuestion, type AskingOne } from './judge';
export {
  OPERATIONS,
  operationRow,
  purposesOf,
  type OperationName,
  type OperationRow,
  type Scope,
} from './operation-rows';
export { RELATIONS, RELATION_TEXTS, relationOf, type Place, type Relation } from './relation';
export { maySearchBy, SEARCH_KEYS, SEARCH_KEY_KINDS, type SearchKeyKind } from './search-keys';

import type { Text } from '../language';
import { fieldsOf, type Field, type Schema } from '../form/schema';
import type { Answer } from './answer';
import { answerOf, api } from './client';
import type { CasePath } from './types';

/** What forms are made of: the bodies that commands take. */
export interface Contract {
  readonly paths: Readonly<Record<string, { readonly post?: Operation } | undefined>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What the declaration of a command says beside its body. */
interface Declared {
  readonly label?: Text;
  readonly consequence: Text;
}

interface Operation {
  readonly 'x-hemgang'?: Declared;
  readonly requestBody?: {
    readonly content: { readonly 'application/json'?: { readonly schema: Schema } };
  };
}

const NOTHING: Text = { sv: '', en: '' };

/**
 * Reads the server's description of its commands. The forms are made from it at run time, so that a
 * command has its form as soon as it is declared and the two can never disagree.
 */
export function readContract(): Promise<Answer<Contract>> {
  return answerOf(api.GET('/api/openapi.json')) as Promise<Answer<Contract>>;
}

/**
 * The fields of a command's form; with null those of opening a case.
 * @param given filled in by the page and not by the person
 */
export function fieldsOfCommand(
  contract: Contract,
  path: CasePath,
  name: string | null,
  given: readonly string[] = [],
): readonly Field[] {
  const opening = `/api/v1/${path}`;
  const address = name === null ? opening : `${opening}/{id}/${name}`;
  const schema = contract.paths[address]?.post?.requestBody?.content['application/json']?.schema;
  return schema === undefined ? [] : fieldsOf(schema, contract.components.schemas, given);
}

/** What opening a case means. */
export function openingOf(contract: Contract, path: CasePath): Declared {
  const declared = contract.paths[`/api/v1/${path}`]?.post?.['x-hemgang'];
  return declared ?? { consequence: NOTHING };
}

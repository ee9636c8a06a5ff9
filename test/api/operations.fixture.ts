import type { Service } from '@hemgang/cases';
import { apiDocument } from '../../apps/api/openapi/document';

/** What a browser and the web app send along from a page of ours. */
export const OWN_PAGE = { 'sec-fetch-site': 'same-origin', 'x-requested-with': 'hemgang' };

/** An operation of the OpenAPI document, with an address that leads to nothing. */
export interface Operation {
  readonly method: string;
  /** As the document has it: `/api/v1/discharges/{id}`. */
  readonly template: string;
  readonly path: string;
  /** Everybody may call it. */
  readonly isOpen: boolean;
  /** A body that its own schema allows, where the document shows one. */
  readonly example: object;
  readonly takesBody: boolean;
  /** The statuses that it is described to answer with. */
  readonly answers: readonly number[];
}

const NOTHING: Readonly<Record<string, string>> = {
  issuer: 'nobody',
  token: 'nobody',
};
const NO_CASE = '00000000-0000-4000-8000-000000000000';

interface Described {
  readonly responses: object;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: object } | undefined>>;
  };
}

/** Every operation that the service describes. */
export function operationsOf(service: Service, mode: 'demo' | 'production' = 'demo'): Operation[] {
  const { paths } = apiDocument(service.registry.newest, mode);
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const { requestBody, responses } = operation as unknown as Described;
      return {
        method: method.toUpperCase(),
        template,
        path: template.replace(/\{(\w+)\}/g, (_, name: string) => NOTHING[name] ?? NO_CASE),
        isOpen: 'security' in operation,
        example: requestBody?.content['application/json']?.example ?? {},
        takesBody: requestBody !== undefined,
        answers: Object.keys(responses).map(Number),
      };
    }),
  );
}

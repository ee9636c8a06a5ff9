import { WorkflowRegistry } from '@hemgang/cases';
import { apiDocument } from '../../apps/api/openapi/document';

/**
 * All that may stand in an address, which proxies, histories and referrers keep: numbers of ours that
 * say nothing about anybody, and how much of a list is wanted. Whoever adds a name here has thought of
 * that.
 */
const IN_PATH = [
  'id',
  'attachment',
  'command',
  'event',
  'handover',
  'issuer',
  'line',
  'row',
  'token',
];
const IN_QUERY = [
  ...['cursor', 'limit', 'open', 'overdue', 'version', 'instant', 'from', 'to'],
  ...['by', 'value', 'place', 'and', 'measure'],
  ...['language', 'print', 'headings', 'format'],
  ...['fresh', 'next', 'state', 'status', 'code', 'iss', 'error'],
];

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly $ref?: string;
}

describe('an address', () => {
  const document = apiDocument(new WorkflowRegistry().workflows, 'demo');
  const named = document.components['parameters'] as Readonly<Record<string, Parameter>>;
  const parameters = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap((operation) =>
      ((operation['parameters'] as Parameter[] | undefined) ?? []).map((each) => {
        const found = each.$ref === undefined ? each : named[each.$ref.split('/').at(-1) ?? ''];
        return { path, name: found?.name ?? '', place: found?.in ?? '' };
      }),
    ),
  );

  it('holds nothing about anybody: no name, no personnummer, no session', () => {
    const of = (place: string) =>
      [
        ...new Set(parameters.filter((each) => each.place === place).map(({ name }) => name)),
      ].sort();
    expect(of('path').filter((name) => !IN_PATH.includes(name))).toEqual([]);
    expect(of('query').filter((name) => !IN_QUERY.includes(name))).toEqual([]);
    expect(of('cookie')).toEqual([]);
  });

  it('has a token in three places: the links for who has no account, and what the SMS provider calls', () => {
    const paths = Object.keys(document.paths).filter((path) => path.includes('{token}'));
    expect(paths).toEqual(['/start/{token}', '/experience/{token}', '/sms/{token}']);
  });
});

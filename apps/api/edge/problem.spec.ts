import { problems, type ProblemCode } from '@hemgang/kernel';
import { problemDocument } from './problem';

const codes = Object.keys(problems) as ProblemCode[];

describe('a problem document', () => {
  it.each(codes)('says %s in both languages', (code) => {
    for (const language of ['sv', 'en'] as const) {
      expect(problemDocument({ code }, language)).toEqual({
        type: `urn:hemgang:problem:${code.toLowerCase().replaceAll('_', '-')}`,
        title: problems[code].title[language],
        status: problems[code].status,
        detail: problems[code].detail[language],
        code,
      });
    }
  });

  it('carries the words, the rule, the fields and the members of the very case', () => {
    const detail = { sv: 'Redan kvitterat.', en: 'Acknowledged already.' };
    const document = problemDocument(
      {
        code: 'RULE_REFUSED',
        detail,
        rule: '2017:612 2:1',
        errors: [{ path: '/receivers', code: 'unknown' }],
        members: { choices: ['h2-1', 'h2-2'] },
      },
      'en',
    );
    expect(document).toMatchObject({
      detail: 'Acknowledged already.',
      rule: '2017:612 2:1',
      errors: [{ path: '/receivers', code: 'unknown' }],
      choices: ['h2-1', 'h2-2'],
    });
  });

  it('lets no member take the place of one that RFC 9457 names', () => {
    const document = problemDocument({ code: 'BUSY', members: { status: 200, type: 'x' } }, 'sv');
    expect(document).toMatchObject({ status: 409, type: 'urn:hemgang:problem:busy' });
  });
});

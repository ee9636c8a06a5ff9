import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAUSE_MEASURES } from './causes';
import { MEASURE_NAMES, MEASURES, MEASURES_VERSION, type Measure } from './measures';
import { NUMBERED, NUMBERED_NAMES, type NumberedMeasure } from './numbered-measures';

const PAGE = join(__dirname, '..', '..', '..', 'docs', 'figures.md');

const LEAD = `# What is counted

\`/statistik\` and \`GET /api/v1/figures\` give these figures of the county, a municipality, a hospital or sjukstuga, a ward, a unit of open
care, and of somatic and psychiatric care apart, by week, month or year. How they are kept: [record 37](adr/0037-figures-are-sums-of-parts.md). Version ${MEASURES_VERSION} of the definitions;
this page is written from them.

Places: duties belong to their owner, a municipality's units together; everything else to the ward that had the patient
last, the municipality that pays on that day, and the first unit of open care that was told. What is a ward's is its hospital's
or sjukstuga's too, and its kind of care's, as the directory has them (a ward of which it says neither counts in the county and by
itself): [record 42](adr/0042-hospitals-care-and-crossings.md). An administrator may ask for two places
at once, one where patients lie and one of whoever receives them, where one of them is her own organisation's. Days are local days in
Sweden. Outside the own organisation a figure of one to four cases is not shown, nor one that would give it away.
`;

const CAUSES = `## Why patients waited (\`cause:<code>\`)

Each day as utskrivningsklar has one cause ([record 35](adr/0035-delay-causes.md)); one that nobody has given a cause is \`okand\`.
Shown over the whole period, most days first and unknown last, with the owners that the list in force on the last day
names. Where the days of unknown cause are too few to be shown, their share is not shown either.

Counted: ${CAUSE_MEASURES.map((each) => `\`${each}\``).join(', ')}.
`;

const section = (
  name: string,
  { title, numerator, denominator, dated, unit, rule, isAssumed }: Omit<Measure, 'kind' | 'rare'>,
) => `## ${title.en} (\`${name}\`)

- Numerator: ${numerator.en}.
- Denominator: ${denominator.en}.
- Belongs to: ${dated.en.toLowerCase()}. In ${unit.en}. Rule: ${rule}${isAssumed ? ', assumed' : ''}.
`;

const NUMBERED_LEAD = `## Set against numbers of the customer's

Residents aged 65 and over and available beds stand in no log. An operator enters them with \`hemgang figures numbers\`, with who says so and
the first day that each holds for ([record 43](adr/0043-numbers-of-the-customer.md)). Where none holds for a day that is counted, the
figure says that the number is missing. Hidden where \`beds\` is hidden.
`;

const numbered = () =>
  [
    NUMBERED_LEAD,
    ...NUMBERED_NAMES.map((name) => {
      const { levels, ...definition }: NumberedMeasure = NUMBERED[name];
      return `#${section(name, definition)}- Of: ${levels.join(', ')}.\n`;
    }),
  ].join('\n');

const page = () => {
  const measures = MEASURE_NAMES.map((name) => section(name, MEASURES[name]));
  return [LEAD, ...measures, numbered(), CAUSES].join('\n');
};

describe('the definitions of figures', () => {
  it('are the ones in docs/figures.md (UPDATE_DOCS=1 writes it)', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, page());
    expect(readFileSync(PAGE, 'utf8')).toBe(page());
  });
});

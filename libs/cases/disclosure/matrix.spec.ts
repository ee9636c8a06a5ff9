import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LegalBasis } from '@hemgang/engine';
import { groupBy, rules } from '@hemgang/kernel';
import { BASES, NAMED_BASES, type NamedBasis } from './bases';
import { basisFor, possibleBases, WITHHELD_WORDS, type BasisAnswer } from './basis-for';
import { ENTRIES } from './entries';
import { situations, type Situation } from './matrix.fixture';

const DOCUMENT = join(__dirname, '../../../docs/disclosure.md');

const ENTRY_KINDS: readonly LegalBasis[] = [
  'STATUTORY_MIN',
  'STATUTORY_NOTICE',
  'PROCESS',
  'CONSENT_OR_EXCEPTION',
];

const UNNAMED = ['assumed', 'withheld'] as const;

interface Cell extends Situation {
  readonly entry: LegalBasis;
  readonly named: NamedBasis | undefined;
  readonly unnamed: (typeof UNNAMED)[number];
  readonly answer: BasisAnswer;
}

/** Entry kind × ground × consent × protection × giver × receiver: all of them. */
const cells: readonly Cell[] = situations().flatMap((situation) =>
  ENTRY_KINDS.flatMap((entry) =>
    [undefined, ...NAMED_BASES].flatMap((named) =>
      UNNAMED.map((unnamed) => {
        const asked = { ...situation, entry, named, unnamed };
        return { ...asked, answer: basisFor(asked) };
      }),
    ),
  ),
);

const content = cells.filter(({ entry }) => entry === 'CONSENT_OR_EXCEPTION');
const toOthers = content.filter(({ from, to }) => from.controller !== to.controller);
/** Between care authorities of one region or municipality nobody asks for a ground. */
const isFree = ({ answer }: Cell) => answer.basis?.startsWith('SAME_') === true;
const going = (basis: string) => toOthers.filter(({ answer }) => answer.basis === basis);

describe('on which ground an entry goes to a receiver', () => {
  it('has one ground or one reason in every situation', () => {
    expect(cells.length).toBeGreaterThan(20_000);
    const words = ({ answer }: Cell) =>
      answer.basis === null ? WITHHELD_WORDS[answer.why] : BASES[answer.basis].text;
    expect(cells.filter((cell) => words(cell).sv === '' || words(cell).en === '')).toEqual([]);
  });

  it('hands out what the law demands whatever anybody says (OSL 10:28)', () => {
    const byLaw = cells.filter(({ entry }) => entry !== 'CONSENT_OR_EXCEPTION');
    expect(byLaw.filter(({ entry, answer }) => answer.basis !== entry)).toEqual([]);
  });

  it('never hands content out on a ground of the law about the minimum or the course', () => {
    const bases = new Set(content.map(({ answer }) => answer.basis));
    for (const other of ['STATUTORY_MIN', 'STATUTORY_NOTICE', 'PROCESS'] as const) {
      expect(bases.has(other)).toBe(false);
    }
  });

  it('needs no ground between care authorities of one region or municipality, and only there', () => {
    const same = [...going('SAME_REGION_CARE'), ...going('SAME_MUNICIPALITY_CARE')];
    const isCare = ({ branch, form }: Situation['to']) => branch === 'care' && form === 'authority';
    expect(
      same.filter(({ from, to }) => !isCare(from) || !isCare(to) || from.huvudman !== to.huvudman),
    ).toEqual([]);
    expect(going('SAME_REGION_CARE').length).toBeGreaterThan(0);
    expect(going('SAME_MUNICIPALITY_CARE').length).toBeGreaterThan(0);
  });

  it('takes 25:12 and 25:13 from health care only, 26:9 from social services only', () => {
    for (const basis of ['OSL_25_12', 'OSL_25_13']) {
      expect(new Set(going(basis).map(({ from }) => `${from.form} ${from.branch}`))).toEqual(
        new Set(['authority care']),
      );
    }
    expect(new Set(going('OSL_26_9').map(({ from }) => from.branch))).toEqual(new Set(['social']));
  });

  it('asks private providers for PSL 6:12 or consent, and authorities never for PSL', () => {
    const grounds = toOthers.filter(({ from }) => from.form === 'private');
    expect(new Set(grounds.flatMap(({ answer }) => answer.basis ?? []))).toEqual(
      new Set(['CONSENT', 'PSL_6_12']),
    );
    expect(new Set(going('PSL_6_12').map(({ from }) => from.form))).toEqual(new Set(['private']));
  });

  it('stops after a no, unless the giver names an exception', () => {
    const no = toOthers.filter(({ consent }) => consent === 'withdrawn' || consent === 'declined');
    expect(no.filter(({ answer }) => answer.basis === 'CONSENT')).toEqual([]);
    const silent = no.filter((cell) => cell.named === undefined && !isFree(cell));
    expect(new Set(silent.map(({ answer }) => 'why' in answer && answer.why))).toEqual(
      new Set(['consent-refused']),
    );
  });

  it('presumes no lack of harm, and assumes nothing, of a protected person', () => {
    const known = toOthers.filter(({ protection }) => protection !== 'none');
    expect(known.filter(({ answer }) => answer.basis === 'NO_HARM')).toEqual([]);
    expect(known.filter(({ answer }) => 'assumed' in answer && answer.assumed)).toEqual([]);
  });

  it('assumes nothing where a ground must be named', () => {
    const strict = toOthers.filter(({ unnamed }) => unnamed === 'withheld');
    expect(strict.filter(({ answer }) => 'assumed' in answer && answer.assumed)).toEqual([]);
  });

  it('keeps the content where the giver says that there is no ground', () => {
    const none = toOthers.filter((cell) => cell.named === 'NONE' && !isFree(cell));
    expect(new Set(none.map(({ answer }) => 'why' in answer && answer.why))).toEqual(
      new Set(['no-basis']),
    );
  });

  it('says beforehand which grounds can be named', () => {
    const wrong = toOthers.filter((cell) => {
      const { named, answer } = cell;
      if (named === undefined || named === 'NONE' || isFree(cell)) return false;
      return (answer.basis === named) !== possibleBases(cell).includes(named);
    });
    expect(wrong).toEqual([]);
  });

  it('cites rules that are in the rule table', () => {
    for (const { rule } of Object.values(BASES)) {
      if (rule !== null) expect(rules[rule].title.sv).not.toBe('');
    }
  });

  it('is in docs/disclosure.md as it is (UPDATE_DOCS=1 writes it)', () => {
    const current = document();
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(DOCUMENT, current);
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(current);
  });
});

function document(): string {
  return `# Vad som får lämnas ut till vem

Made by \`UPDATE_DOCS=1 npx jest libs/cases/disclosure/matrix\` from the tables that the program judges by
(\`libs/cases/disclosure\`). Why it is so: [record 22](adr/0022-utlamnande-not-direktatkomst.md).

## Grunder

${table(
  ['namn', 'grund', 'regel', 'hur säker läsningen är'],
  Object.entries(BASES).map(([name, { text, rule }]) => [
    `\`${name}\``,
    text.sv,
    rule ?? 'ingen sekretess berörs',
    rule === null ? '' : rules[rule].confidence,
  ]),
)}

\`NONE\` anges av den som lämnar ut när ingen grund finns: då stannar innehållet, och mottagaren ser bara att något har hänt.
Kopior från tiden innan grunderna skildes åt behåller namnet \`CONSENT_OR_EXCEPTION\`.

## Uppgiftsslag

${table(
  ['uppgift', 'innehåll utöver ärendets gång', 'lämnas som'],
  Object.entries(ENTRIES).map(([entry, { carries, as }]) => [
    `\`${entry}\``,
    carries.sv,
    as.map((one) => `\`${one}\``).join(' eller '),
  ]),
)}

Alla andra uppgifter säger vem som gjorde vad och när (\`PROCESS\`). \`STATUTORY_MIN\`, \`STATUTORY_NOTICE\` och \`PROCESS\` går till varje
part oavsett samtycke, skydd och mottagare; en skyddad persons adress är maskerad även där.

## Innehåll (\`CONSENT_OR_EXCEPTION\`)

_Utan angiven grund_ är det som gäller när den som lämnar ut inte säger något: i demon tas det för givet att den har prövat saken
(_antaget_), i drift stannar innehållet. _Kan anges_ är de grunder som en person kan stå för i kommandot.

${table(
  ['från', 'till', 'samtycke', 'skydd', 'utan angiven grund: demo', 'drift', 'kan anges'],
  merged(),
)}
`;
}

/** Rows that differ only in protection or consent are one. */
function merged(): string[][] {
  const rows = situations().map((situation) => {
    const asked = { ...situation, entry: 'CONSENT_OR_EXCEPTION' as const };
    const demo = wordsOf(basisFor({ ...asked, unnamed: 'assumed' }));
    const production = wordsOf(basisFor({ ...asked, unnamed: 'withheld' }));
    const free = demo.startsWith('`SAME_');
    const may = free ? [] : possibleBases({ ...asked, unnamed: 'withheld' });
    const { giver, receiver, consent, protection } = situation;
    return { giver, receiver, consent, protection, rest: [demo, production, may.join(', ')] };
  });
  const byOutcome = groupBy(rows, ({ giver, receiver, consent, rest }) =>
    [giver, receiver, consent, ...rest].join('|'),
  );
  const byProtection = [...byOutcome.values()].map((same) => ({
    ...same[0],
    protection: listed(same, ({ protection }) => protection, 3),
  }));
  const byConsent = groupBy(byProtection, ({ giver, receiver, protection, rest }) =>
    [giver, receiver, protection, ...rest].join('|'),
  );
  return [...byConsent.values()].map((same) => {
    const [{ giver, receiver, protection, rest }] = same;
    return [giver, receiver, listed(same, ({ consent }) => consent, 5), protection, ...rest];
  });
}

function listed<Row>(rows: readonly Row[], of: (row: Row) => string, all: number): string {
  const values = [...new Set(rows.map(of))];
  return values.length === all ? 'alla' : values.join(', ');
}

function wordsOf(answer: BasisAnswer): string {
  if (answer.basis === null) return `stannar (${answer.rule})`;
  return `\`${answer.basis}\`${answer.assumed ? ' (antaget)' : ''}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const width = (column: number) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0));
  const line = (row: readonly string[], fill = ' ') =>
    `| ${head.map((_, column) => (row[column] ?? '').padEnd(width(column), fill)).join(' | ')} |`;
  return [line(head), line([], '-'), ...rows.map((row) => line(row))].join('\n');
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allNodes, mermaid, OVER, type MachineDefinition } from '@hemgang/engine';
import {
  avvikelseAssumed,
  LADDER,
  settlementAssumed,
  sipAssumed,
  vasterbottenAssumed,
} from '@workflows/agreement';
import { avvikelse } from '@workflows/avvikelse';
import { discharge, why } from '@workflows/discharge';
import { sip } from '@workflows/sip';
import {
  MISSING_RATES,
  NATIONAL_RATES,
  POLICIES,
  QUESTIONS,
  statute,
  type PaymentPolicy,
} from '@workflows/payment';
import { settlement } from '@workflows/settlement';
import { dueWords as promiseWords } from './atagande/due-words.testing';
import { dueWords as avvikelseWords } from './avvikelse/due-words.testing';
import { dueWords as wardWords } from './discharge/due-words.testing';
import { situations } from './discharge/situations.testing';
import { at } from './discharge/stay.testing';
import { units } from './discharge/units.testing';
import { dueWords as receiverWords } from './handover/due-words.testing';
import { dueWords as dispatchWords } from './dispatch/due-words.testing';
import { dueWords as messageWords } from './message/due-words.testing';
import { dueWords as moveWords } from './move/due-words.testing';
import { dueWords as transferWords } from './municipal-transfer/due-words.testing';
import { dueWords as sipWords } from './sip/due-words.testing';
import { dueWords as settlementWords } from './settlement/due-words.testing';

const REFRESH = 'UPDATE_DOCS=1 npx jest workflows';
const HOUR_MS = 3_600_000;

function machineOf(kind: string): MachineDefinition {
  const machines = [discharge, sip, settlement, avvikelse].flatMap((workflow) => workflow.machines);
  const found = machines.find((definition) => definition.kind === kind);
  if (found === undefined) throw new Error(`no machine of kind "${kind}"`);
  return found;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function diagram(kind: string): string {
  return ['```mermaid', mermaid(machineOf(kind)), '```'].join('\n');
}

/** One row per state that stands for a duty, in the order of the drawing. */
function duties(definition: MachineDefinition, due: Readonly<Record<string, string>>): string {
  const rows = allNodes(definition.machine.root).flatMap((node) =>
    node.tags
      .filter((tag) => tag !== OVER)
      .map((tag) => {
        const duty = definition.duties[tag];
        const state = node.path.join('.');
        return [
          `\`${state}\``,
          `\`${tag}\``,
          duty?.title.sv ?? '',
          duty?.rule ?? '',
          due[tag] ?? '',
          typeof duty?.urgency === 'object' ? 'as asked' : (duty?.urgency ?? ''),
        ];
      }),
  );
  return table(['state', 'duty', 'in Swedish', 'rule', 'due', 'hours'], rows);
}

function limits(): string {
  const { paymentStart, id, readmissionDays, ...hours } = vasterbottenAssumed;
  const { freeDays, time, atCutoffIsLate } = paymentStart;
  const twelve = atCutoffIsLate ? 'at or after' : 'after';
  return table(
    [`agreement \`${id}\``, 'value'],
    [
      ...Object.entries(hours).map(([name, value]) => [`\`${name}\``, `${value} h`]),
      ['`readmissionDays`', `${readmissionDays} days`],
      ['`paymentStart`', `${freeDays} days after the notice, one more when sent ${twelve} ${time}`],
    ],
  );
}

function limitsOf({ id, ...limits }: typeof sipAssumed | typeof avvikelseAssumed): string {
  return table(
    [`agreement \`${id}\``, 'value'],
    Object.entries(limits).map(([name, value]) => [
      `\`${name}\``,
      typeof value === 'number' ? `${value} h` : value ? 'yes' : 'no',
    ]),
  );
}

function settlementTerms(): string {
  const { id, ...terms } = settlementAssumed;
  return table(
    [`agreement \`${id}\``, 'value'],
    Object.entries(terms).map(([name, value]) => [
      `\`${name}\``,
      typeof value === 'number' ? `${value} days` : `\`${value}\``,
    ]),
  );
}

function ladders(): string {
  const when = (ms: number) =>
    ms === 0 ? 'due' : `${ms > 0 ? '+' : '−'}${Math.abs(ms) / HOUR_MS} h`;
  return table(
    ['ladder', 'steps: when, whom'],
    Object.entries(LADDER).map(([name, steps]) => [
      `\`${name}\``,
      steps.map((step) => `${step.name}: ${when(step.afterDueMs)}, ${step.audience}`).join(' · '),
    ]),
  );
}

function sentences(): string {
  const unit = (id: string) => units[id] ?? { name: id, phone: '' };
  return table(
    ['läge', 'frågat', 'svar', 'in English'],
    situations.map(({ words, stay, asked }) => {
      const { sv, en } = why(stay().state, at(asked), unit);
      return [words, asked.slice('2026-'.length), sv, en];
    }),
  );
}

function policies(): string {
  const starts = ({ start, startIn, model }: PaymentPolicy): string => {
    if (model !== 'individual') return 'no day by itself';
    const { freeDays, time, atCutoffIsLate } = startIn?.psychiatric ?? start;
    return `${freeDays} days, one more ${atCutoffIsLate ? 'at or after' : 'after'} ${time}`;
  };
  const threshold = ({ threshold: limit }: PaymentPolicy): string => {
    if (limit === null) return '–';
    const days = limit.days === null ? 'not known' : `${limit.days} days`;
    const together = limit.months === 1 ? '' : `, ${limit.months} months together`;
    return `${days}${together}${limit.inARow === 1 ? '' : `, ${limit.inARow} months in a row`}`;
  };
  return table(
    ['policy', 'model', 'from', 'regions', 'free', 'threshold', 'confidence', 'source'],
    POLICIES.map((policy) => [
      `\`${policy.id}\``,
      policy.model,
      policy.validFrom,
      policy.regions.join(', ') || 'all others',
      starts(policy),
      threshold(policy),
      policy.confidence,
      policy.source,
    ]),
  );
}

function questions(): string {
  const parameters: Readonly<Record<string, string | number | boolean>> = {
    ...statute.interpretation,
    ...statute.start,
  };
  return table(
    ['', 'question', 'parameter', 'answer', 'source', 'confidence'],
    QUESTIONS.map(({ id, question, parameter, answer, source, confidence }) => {
      const value = parameter === undefined ? undefined : parameters[parameter];
      const held = value === undefined ? '' : `: ${value}`;
      const named = parameter === undefined ? 'one reading only' : `\`${parameter}${held}\``;
      return [id, question.en, named, answer.en, source, confidence];
    }),
  );
}

function amounts(): string {
  const known = NATIONAL_RATES.map(({ from, orePerDay, source, confidence }) => [
    from.slice(0, 4),
    String(orePerDay / 100),
    source,
    confidence,
  ]);
  const missing = MISSING_RATES.map(({ year, note }) => [year, 'none', note, '–']);
  return table(
    ['year', 'kronor a day', 'source', 'confidence'],
    [...known, ...missing].sort(([a = ''], [b = '']) => a.localeCompare(b)),
  );
}

const readmes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agreement: {
    limits: limits(),
    'sip-limits': limitsOf(sipAssumed),
    'avvikelse-limits': limitsOf(avvikelseAssumed),
    settlement: settlementTerms(),
    ladders: ladders(),
  },
  atagande: {
    machine: diagram('atagande'),
    duties: duties(machineOf('atagande'), promiseWords),
  },
  handover: {
    receiver: diagram('handover-municipal-social'),
    halsocentral: diagram('handover-halsocentral'),
    homecoming: diagram('homecoming'),
    duties: duties(machineOf('handover-halsocentral'), receiverWords),
    start: duties(machineOf('handover-municipal-social'), receiverWords),
    way: duties(machineOf('homecoming'), receiverWords),
  },
  avvikelse: {
    machine: diagram('avvikelse'),
    duties: duties(machineOf('avvikelse'), avvikelseWords),
  },
  dispatch: {
    machine: diagram('dispatch'),
    duties: duties(machineOf('dispatch'), dispatchWords),
  },
  message: { machine: diagram('message'), duties: duties(machineOf('message'), messageWords) },
  move: { machine: diagram('move'), duties: duties(machineOf('move'), moveWords) },
  'municipal-transfer': {
    machine: diagram('municipal-transfer'),
    duties: duties(machineOf('municipal-transfer'), transferWords),
  },
  sip: {
    machine: diagram('sip'),
    participant: diagram('participant'),
    duties: duties(machineOf('sip'), sipWords),
    'participant-duties': duties(machineOf('participant'), sipWords),
  },
  settlement: {
    machine: diagram('settlement'),
    dispute: diagram('dispute'),
    duties: duties(machineOf('settlement'), settlementWords),
    'dispute-duties': duties(machineOf('dispute'), settlementWords),
  },
  payment: { policies: policies(), questions: questions(), amounts: amounts() },
  discharge: {
    machine: diagram('discharge'),
    duties: duties(machineOf('discharge'), wardWords),
    why: sentences(),
  },
};

/** Puts a generated part between its marks. The formatter leaves it alone: the next run writes it again. */
function withPart(text: string, name: string, part: string): string {
  const open = `<!-- generated: ${name} -->`;
  const close = '<!-- /generated -->';
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`README lacks "${open}" … "${close}"`);
  const ignored = `<!-- prettier-ignore-start -->\n\n${part}\n\n<!-- prettier-ignore-end -->`;
  return `${text.slice(0, start + open.length)}\n${ignored}\n${text.slice(end)}`;
}

describe.each(Object.entries(readmes))('workflows/%s/README.md', (folder, parts) => {
  it(`says what the code says; refresh it with: ${REFRESH}`, () => {
    const file = join(__dirname, folder, 'README.md');
    const text = readFileSync(file, 'utf8');
    const current = Object.entries(parts).reduce(
      (before, [name, part]) => withPart(before, name, part),
      text,
    );
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, current);
    expect(readFileSync(file, 'utf8')).toBe(current);
  });
});

import type { Directory } from '@hemgang/directory';
import { localDate, type Language, type Refusal } from '@hemgang/kernel';
import { dischargeContext, responsible } from '@workflows/discharge';
import type { Beside, Told } from '../case-type';
import type { HandoverView, PreviousStayView } from '../discharge/discharge-view';
import { handoverViews } from '../discharge/handover-view';
import { previousIn } from '../discharge/previous-stay-view';
import {
  capacityAdvice,
  type CapacityAdviceView,
  type Expected,
} from '../forecast/capacity-advice';
import { shows } from '../protection/shield';
import { candidatesOf } from './candidates';
import type { EarlierReceiver, KnownFacts } from './known-facts';
import { listedAt } from './listing';
import { proposeReceivers, type Proposals } from './propose-receivers';
import { reasonText, ruleOf, unknownText, type MunicipalityNames } from './receiver-words';
import { receiverWarnings } from './receiver-warnings';
import { warningWords } from './warning-words';

/** Whom a ward is proposed to send to, and what it ought to know before it sends to another. */
export interface ReceiversView {
  readonly proposals: readonly ProposedReceiverView[];
  /** Why nothing, or not all, is proposed. */
  readonly unknown: readonly { readonly key: string; readonly text: string }[];
  /** Units that something speaks against; the ward may choose them all the same. */
  readonly candidates: readonly CandidateView[];
  /** What units of the receivers' municipalities can receive, and from when. */
  readonly capacity: readonly CapacityAdviceView[];
}

export interface ProposedReceiverView {
  readonly unit: { readonly id: string; readonly name: string };
  /** The facts that speak for it; never empty. */
  readonly because: readonly {
    readonly key: string;
    readonly text: string;
    /** As cited; null: a fact of the patient or of the directory. */
    readonly rule: string | null;
  }[];
}

export interface CandidateView {
  /** Id of the unit. */
  readonly unit: string;
  readonly warnings: readonly {
    readonly key: string;
    readonly text: string;
    /** What happens if one sends to it. */
    readonly then: string;
  }[];
}

/** Handovers of units that have said that they do not receive the patient. */
const GONE = ['rejected', 'withdrawn'];

/**
 * What is proposed to the ward that has the patient, by what it may see already: its own content, the
 * course of the case, and the stay before if its authority had her then.
 * @returns ROLE_NOT_ALLOWED to another party: it sends the notice to nobody
 */
export async function receiversView(
  told: Told,
  beside: Beside,
  expectedAt: Expected,
): Promise<ReceiversView | Refusal> {
  const { rows, reader, directory, now } = told;
  if (dischargeContext(rows.case.state).unit !== reader.unit) return { code: 'ROLE_NOT_ALLOWED' };
  const { language } = reader;
  const units = candidatesOf(directory, now);
  const facts = factsOf(told, await previousIn(told, beside));
  const nameOf = municipalityNames(directory);
  const candidates = [...units.values()].map((unit) => ({
    unit: unit.id,
    warnings: receiverWarnings(unit, facts, units).map((warning) => ({
      key: warning.key,
      ...warningWords(warning, nameOf, language),
    })),
  }));
  const proposed = proposeReceivers(facts, units);
  const concerned = [...facts.receiving, ...proposed.proposals.map(({ unit }) => unit.id)];
  return {
    ...proposalViews(proposed, nameOf, language),
    capacity: await capacityAdvice(directory, concerned, expectedAt, now),
    candidates: candidates.filter(({ warnings }) => warnings.length > 0),
  };
}

function proposalViews(
  { proposals, unknown }: Proposals,
  nameOf: MunicipalityNames,
  language: Language,
): Pick<ReceiversView, 'proposals' | 'unknown'> {
  return {
    proposals: proposals.map(({ unit, because }) => ({
      unit: { id: unit.id, name: unit.name },
      because: because.map((reason) => ({
        key: reason.key,
        text: reasonText(reason, nameOf, language),
        rule: ruleOf(reason),
      })),
    })),
    unknown: unknown.map((each) => ({
      key: each.key,
      text: unknownText(each, nameOf, language),
    })),
  };
}

function factsOf(
  { rows, reader, directory, now, shield }: Told,
  previous: PreviousStayView | null,
): KnownFacts {
  const { state } = rows.case;
  const context = dischargeContext(state);
  const isShown = shows(shield, 'municipality');
  const receiving = context.receivers.map(({ unit }) => unit);
  const gone = handoverViews(state, directory, reader)
    .filter(({ word, unit }) => GONE.includes(word) && !receiving.includes(unit.id))
    .map(({ unit }) => unit.id);
  return {
    ...{ on: localDate(now), now, needs: context.needs, receiving, gone },
    // Where somebody hides is told by no role, no earlier unit and no hälsocentral either.
    roles: isShown ? responsible(context) : null,
    home: isShown ? context.home : null,
    placedBy: isShown ? context.placedBy : null,
    listedAt: isShown ? listedAt(rows.contents) : null,
    earlier: isShown && previous !== null ? earlierOf(previous) : [],
  };
}

function earlierOf({ handovers, endedAt }: PreviousStayView): readonly EarlierReceiver[] {
  return handovers
    .map(({ unit, answer, word }: HandoverView) => ({
      ...{ unit: unit.id, endedAt },
      hadMeasures: answer === 'known',
      tookOver: word === 'taken-over',
    }))
    .filter(({ hadMeasures, tookOver }) => hadMeasures || tookOver);
}

function municipalityNames({ rows }: Directory): MunicipalityNames {
  const names = new Map(rows.huvudman.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

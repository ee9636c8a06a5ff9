import { definitionOf } from '@hemgang/engine';
import type { Instant, Refusal } from '@hemgang/kernel';
import type { StoredContent } from '@hemgang/store';
import { dischargeContext } from '@workflows/discharge';
import { ifReachedAt, type HandoverContext } from '@workflows/handover';
import type { Told } from '../case-type';
import type { ContactCardView, PatientView, ProtectionView, UnitView } from '../case-view';
import { directoryFor, unitView } from '../names';
import { patientOf } from '../patient-view';
import { hiddenPatient } from '../protection/masked';
import { protectionView } from '../protection/shield-view';

/** What a ward sends on paper to a receiver without an account. In Swedish, for Swedish authorities. */
export interface NoticeSheet {
  readonly ward: UnitView;
  readonly receiver: UnitView;
  readonly contact: ContactCardView | null;
  /** The facts of 2017:612 2:2 with the expected discharge below; null when the reader has none. */
  readonly patient: PatientView | null;
  /** Her identity is protected: nothing of her stands on paper. Else null. */
  readonly protection: ProtectionView | null;
  readonly admittedAt: Instant;
  readonly expectedDischargeAt: Instant | null;
  /** When the physician judged that the patient is utskrivningsklar, while that is in force. */
  readonly utskrivningsklarAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly diedAt: Instant | null;
  /** The utskrivningsinformation in force, as the reader's controller holds it. */
  readonly information: readonly string[];
  /** What is asked of the receiver and until when, if it gets this now. */
  readonly asked: readonly { readonly title: string; readonly due: Instant | null }[];
  readonly printedAt: Instant;
}

/** The sheet for one receiver as of now. Pure. */
export function noticeSheet(told: Told, handover: string): NoticeSheet | Refusal {
  const {
    workflow: { definition },
    rows,
    directory,
    now,
  } = told;
  const { contents } = rows;
  const { state } = rows.case;
  const machine = state.machines[handover];
  if (machine === undefined) return { code: 'NOT_FOUND' };
  const { duties, group } = definitionOf(definition, machine.kind);
  if (group !== 'handover') return { code: 'NOT_FOUND' };
  const context = machine.context as unknown as HandoverContext;
  // A unit that should never have known is not told who the right patient is.
  if (context.strangerSince !== undefined) return { code: 'NOT_FOUND' };
  const reached = ifReachedAt(context, now);
  const { unit, expectedDischargeAt, utskrivningsklar, information, ...stay } =
    dischargeContext(state);
  const texts = told.shield === null ? informationIn(contents, information) : [];
  // The paper goes to the receiver: without content on a ground it does not say which ward.
  const controller = directory.controllerOf(context.unit)?.id ?? context.unit;
  const asReceiver = directoryFor(
    directory,
    { controller, language: 'sv' },
    () => texts.length > 0,
  );
  return {
    ward: unitView(asReceiver, unit),
    receiver: unitView(directory, context.unit),
    contact: directory.unit(context.unit)?.external ?? null,
    patient: told.shield === null ? patientOf(told, contents) : hiddenPatient('sv'),
    protection: protectionView(told),
    admittedAt: stay.admittedAt,
    expectedDischargeAt,
    utskrivningsklarAt: utskrivningsklar?.sentAt == null ? null : utskrivningsklar.judgedAt,
    leftAt: stay.leftAt,
    diedAt: stay.diedAt,
    information: texts,
    asked: state.duties
      .filter((duty) => duty.machine === handover)
      .flatMap(({ key }) => {
        const duty = duties[key];
        return duty === undefined
          ? []
          : [{ title: duty.title.sv, due: duty.due(reached, state.agreement) }];
      }),
    printedAt: now,
  };
}

/** The utskrivningsinformation of these events, as the reader's controller holds it. */
export function informationIn(
  contents: readonly StoredContent[],
  sent: readonly number[],
): string[] {
  return contents
    .filter(({ seq, source }) => sent.includes(source ?? seq))
    .map(({ body }) => body['text'])
    .filter((text) => typeof text === 'string');
}

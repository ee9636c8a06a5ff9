import type { Answer } from '../api/answer';
import { readColleagues, readExecutors, readUnits } from '../api/reads';
import type { AllowedCommand, AnyCase, Me, ReceiverUnit } from '../api/types';
import type { Pick, Picks } from '../form/picks';
import { useLanguage } from '../language';
import { useResource } from '../resource';
import type { CaseKit, Offered } from './kit';
import { listingPicks, unitPick } from './unit-picks';
import { useReceiverAdvice, type AdviceForForm } from './use-receiver-advice';

/** Most forms offer only what the page knows. */
const NOTHING_READ: Promise<Answer<Picks>> = Promise.resolve({ ok: true, data: {} });

/** What a command's form offers to pick, and what is picked from the start. */
export function usePicks<View extends AnyCase>(
  kit: CaseKit<View>,
  command: AllowedCommand,
  view: View,
  me: Me,
): Offered & { readonly advice: AdviceForForm } {
  const { language } = useLanguage();
  const units = useResource('units', readUnits);
  const executors = useResource('executors', readExecutors);
  const colleagues = useResource('colleagues', readColleagues);
  const read = useResource(
    `picks ${view.id} ${command.name}`,
    () => kit.read?.(command, view, language) ?? NOTHING_READ,
  );
  const people = (colleagues.data?.items ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
    detail: '',
  }));
  const ordered = byMunicipality(units.data?.items ?? [], view.patient?.municipality ?? null);
  const advice = useReceiverAdvice(command, view);
  const receivers = ordered.map((unit) => advice.advised(unitPick(unit, language)));
  const duties = dutiesOf(command, view, me);
  const own = kit.offered(command, view, language, me);
  return {
    advice,
    ...(own.ties && { ties: own.ties }),
    picks: {
      receivers,
      listedAt: listingPicks(units.data?.items ?? []),
      unit: receivers,
      units: receivers,
      executor: (executors.data?.items ?? []).map((unit) => unitPick(unit, language)),
      duty: duties,
      staff: people,
      to: people,
      ...own.picks,
      ...read.data,
    },
    initial: {
      ...own.initial,
      ...advice.initial,
      ...(duties.length === 1 && duties[0] ? { '/duty': duties[0].value } : {}),
    },
  };
}

/** The patient's own municipality first; most receivers are there. */
function byMunicipality(units: readonly ReceiverUnit[], code: string | null): ReceiverUnit[] {
  const rank = ({ municipality }: ReceiverUnit) => (municipality === code ? 0 : 1);
  return [...units].sort((a, b) => rank(a) - rank(b));
}

/** Open duties of the reader's unit that the command fits: taking is for the others, not for one's own. */
function dutiesOf({ name }: AllowedCommand, view: AnyCase, me: Me): Pick[] {
  return view.duties
    .filter(({ closedAt, owner }) => closedAt === null && owner.unit.id === me.unit.id)
    .filter(({ owner }) => (name === 'release' ? owner.person !== null : true))
    .map(({ id, title, owner }) => ({ value: id, label: title, detail: owner.person?.name ?? '' }));
}

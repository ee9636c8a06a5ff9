import type { Answer } from '../api/answer';
import { readCase, readSip } from '../api/reads';
import type { AnyCase, Me } from '../api/types';
import { caseAddress } from '../case/address';
import type { Pick } from '../form/picks';
import { useTexts } from '../language';
import { OpenCase } from '../pages/open-case';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { useAvvikelseTexts } from './texts';

interface ReportPageProps {
  readonly type: string;
  readonly id: string;
  readonly me: Me;
}

/** Reports what went wrong in a case; the case and the other side are filled in. */
export function ReportPage({ type, id, me }: ReportPageProps) {
  const t = useAvvikelseTexts();
  const { loading } = useTexts();
  const read = (): Promise<Answer<AnyCase>> => (type === 'sips' ? readSip(id) : readCase(id));
  const found = useResource(`${type} ${id}`, read);
  const view = found.data;
  const others = view === null ? [] : unitsOfOthers(view, me);
  const likely = view === null ? null : likelyOf(view, others);
  return (
    <>
      <PageHeading>{t.report}</PageHeading>
      <p className="lead">{t.reportLead}</p>
      <Failure resource={found} />
      {view === null && found.problem === null && <p>{loading}</p>}
      {view !== null && others.length === 0 && <p className="empty">{t.nobodyElse}</p>}
      {view !== null && others.length > 0 && (
        <OpenCase
          path="avvikelser"
          label={t.send}
          given={{ about: id }}
          picks={{ to: others }}
          initial={{ '/consequence': 'ingen', ...(likely === null ? {} : { '/to': likely }) }}
          back={caseAddress(view.type, id)}
        />
      )}
    </>
  );
}

/** The only one, or the ward: most of what others report is of the ward's. */
function likelyOf({ parties }: AnyCase, others: readonly Pick[]): string | null {
  const ward = parties.find(({ id }) => id === 'ward')?.unit.id;
  const likely = others.length === 1 ? others[0] : others.find(({ value }) => value === ward);
  return likely?.value ?? null;
}

/** Units of another huvudman in the case, each once. */
function unitsOfOthers({ parties }: AnyCase, me: Me): readonly Pick[] {
  const others = parties.filter(({ huvudman }) => huvudman !== me.huvudman);
  const picks = others.map(({ unit, huvudman }) => ({
    ...{ value: unit.id, label: unit.name },
    detail: huvudman,
  }));
  return [...new Map(picks.map((pick) => [pick.value, pick])).values()];
}

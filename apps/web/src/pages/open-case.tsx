import type { Answer } from '../api/answer';
import { openCase } from '../api/commands';
import { fieldsOfCommand, openingOf, readContract } from '../api/contract';
import type { AnyCase, CasePath } from '../api/types';
import { caseAddress } from '../case/address';
import { CommandForm } from '../form/command-form';
import type { Picks } from '../form/picks';
import type { Values } from '../form/values';
import { useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { navigate } from '../router';
import { Failure } from '../ui/failure';

interface OpenCaseProps {
  readonly path: CasePath;
  readonly label: string;
  /** Fields that the page fills in. */
  readonly given: Readonly<Record<string, string>>;
  readonly initial: Values;
  /** What its fields offer to pick; absent: nothing. */
  readonly picks?: Picks;
  /** Where one comes when one thinks better of it. */
  readonly back: string;
  /** What is done then; absent: its page is gone to. */
  readonly onOpened?: (view: AnyCase) => void;
}

/** The form that opens a case of a type. */
export function OpenCase(props: OpenCaseProps) {
  const { path, label, given, initial, picks = {}, back, onOpened = goTo } = props;
  const t = useTexts();
  const { language } = useLanguage();
  const contract = useResource('contract', readContract);
  return (
    <>
      <Failure resource={contract} />
      {contract.data === null ? (
        contract.problem === null && <p>{t.loading}</p>
      ) : (
        <div className="panel">
          <CommandForm
            label={label}
            consequence={openingOf(contract.data, path).consequence[language]}
            fields={fieldsOfCommand(contract.data, path, null, Object.keys(given))}
            picks={picks}
            initial={initial}
            send={({ key, body }): Promise<Answer<AnyCase>> =>
              openCase(path, { key, body: { ...body, ...given } })
            }
            onDone={onOpened}
            onCancel={() => navigate(back)}
            explain={() => null}
          />
        </div>
      )}
    </>
  );
}

function goTo({ type, id }: AnyCase): void {
  navigate(caseAddress(type, id));
}

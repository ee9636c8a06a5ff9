import { admit } from '../api/commands';
import { fieldsOfCommand, openingOf, readContract } from '../api/contract';
import { CommandForm } from '../form/command-form';
import { useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { navigate, PageHeading } from '../router';
import { Failure } from '../ui/failure';

/** Opens a case for a patient who has come to the ward. */
export function AdmitPage() {
  const t = useTexts();
  const { language } = useLanguage();
  const contract = useResource('contract', readContract);
  return (
    <>
      <PageHeading>{t.admit}</PageHeading>
      <Failure resource={contract} />
      {contract.data === null ? (
        contract.problem === null && <p>{t.loading}</p>
      ) : (
        <div className="panel">
          <CommandForm
            label={t.admit}
            consequence={openingOf(contract.data).consequence[language]}
            fields={fieldsOfCommand(contract.data, null)}
            picks={{}}
            initial={{}}
            send={admit}
            onDone={({ id }) => navigate(`/arenden/${id}`)}
            onCancel={() => navigate('/arenden')}
            explain={() => null}
          />
        </div>
      )}
    </>
  );
}

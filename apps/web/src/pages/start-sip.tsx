import { readCase } from '../api/reads';
import type { Case } from '../api/types';
import type { Values } from '../form/values';
import { useTexts } from '../language';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { OpenCase } from './open-case';

/** Starts a SIP for somebody who is in no stay. */
export function StartSipPage() {
  const t = useTexts();
  return (
    <>
      <PageHeading>{t.startSip}</PageHeading>
      <OpenCase path="sips" label={t.startSip} given={NO_STAY} initial={{}} back="/sip" />
    </>
  );
}

/** Starts a SIP out of a stay: whom it is about is known already. */
export function StartSipOfStayPage({ id: stay }: { readonly id: string }) {
  const t = useTexts();
  const found = useResource(`discharges ${stay}`, () => readCase(stay));
  return (
    <>
      <PageHeading>{t.startSip}</PageHeading>
      <Failure resource={found} />
      {found.data !== null && (
        <OpenCase
          path="sips"
          label={t.startSip}
          given={{ stay }}
          initial={knownOf(found.data)}
          back={`/arenden/${stay}`}
        />
      )}
    </>
  );
}

/** There is no field for it: a stay is not typed. */
const NO_STAY = {};

function knownOf({ patient }: Case): Values {
  if (patient === null) return {};
  const { number, name, address, municipality } = patient;
  return {
    '/patient/number': number,
    '/patient/name': name,
    ...(address === null ? {} : { '/patient/address': address }),
    ...(municipality === null ? {} : { '/patient/municipality': municipality }),
  };
}

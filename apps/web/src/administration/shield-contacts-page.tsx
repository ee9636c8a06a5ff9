import { useState } from 'react';
import { readProtectionContacts } from '../api/protection';
import type { Me } from '../api/types';
import { fill, useTexts } from '../language';
import { ContactsForm } from '../protection/contacts-form';
import { useResource } from '../resource';
import { Link, navigate, PageHeading } from '../router';
import { formatClock } from '../time';
import { serverNow } from '../api/server-time';
import { Failure } from '../ui/failure';
import { Pairs } from '../ui/pairs';
import { Phone } from '../ui/phone';
import { searchStaff } from './admin-api';
import { isAdministrator } from './staff-page';
import { useAdminTexts } from './texts';

/** Whom a controller has named for all people with a protected identity. */
export function ShieldContactsPage({ me }: { readonly me: Me }) {
  const t = useAdminTexts();
  return (
    <>
      <PageHeading>{t.shieldContacts}</PageHeading>
      <p>
        <Link to="/behorigheter">{t.back}</Link>
      </p>
      {isAdministrator(me) ? <Contacts /> : <p>{t.notYours}</p>}
    </>
  );
}

function Contacts() {
  const t = useAdminTexts();
  const { loading, shieldSaved } = useTexts();
  const list = useResource('protection contacts', readProtectionContacts);
  const [name, setName] = useState('');
  const found = useResource(`staff ${name}`, () => searchStaff(name));
  const [saved, setSaved] = useState<string | null>(null);
  const done = async () => {
    await list.reload();
    setSaved(fill(shieldSaved, { time: formatClock(serverNow()), label: t.nameContacts }));
  };
  const [now] = list.data?.items ?? [];
  return (
    <>
      <p className="lead">{t.shieldContactsLead}</p>
      <Failure resource={list} />
      {list.data === null && list.problem === null && <p>{loading}</p>}
      {list.data !== null && now === undefined && <p className="empty">{t.noShieldContacts}</p>}
      {now !== undefined && (
        <section className="panel">
          <Pairs pairs={[[t.shieldContactsNow, now.staff.map((each) => each.name).join(', ')]]} />
          <p>
            <Phone number={now.phone} />
          </p>
        </section>
      )}
      <section>
        <h2>{t.nameContacts}</h2>
        <p role="status" className={saved === null ? '' : 'saved'}>
          {saved}
        </p>
        <Failure resource={found} />
        <ContactsForm
          key={saved}
          label={t.nameContacts}
          caseId={null}
          people={found.data?.items ?? []}
          name={name}
          onName={setName}
          onDone={() => void done()}
          onCancel={() => navigate('/behorigheter')}
        />
      </section>
    </>
  );
}

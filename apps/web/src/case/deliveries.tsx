import { useState } from 'react';
import type { CasePath } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { readDeliveriesOf } from '../notices/notices-api';
import { channelWords, useNoticeTexts } from '../notices/texts';
import { Trail } from '../notices/trail';
import { useResource } from '../resource';
import { Failure } from '../ui/failure';

interface DeliveriesProps {
  readonly path: CasePath;
  readonly id: string;
}

/** Who was told of the case by e-mail or SMS. Read when somebody opens it: each reading is logged. */
export function Deliveries(props: DeliveriesProps) {
  const t = useNoticeTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t.atCase}</summary>
      {isOpen && <Rows {...props} />}
    </details>
  );
}

function Rows({ path, id }: DeliveriesProps) {
  const t = useNoticeTexts();
  const { loading } = useTexts();
  const { language } = useLanguage();
  const found = useResource(`deliveries ${path} ${id}`, () => readDeliveriesOf(path, id));
  const { data, problem } = found;
  if (data === null) return problem === null ? <p>{loading}</p> : <Failure resource={found} />;
  if (data.items.length === 0) return <p>{t.noneAtCase}</p>;
  return (
    <div className="table" tabIndex={0} role="group" aria-label={t.atCase}>
      <table>
        <caption>{t.atCase}</caption>
        <thead>
          <tr>
            <th scope="col">{t.to}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.by}</th>
            <th scope="col">{t.result}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.person?.name ?? t.somebody}, {one.unit.name}
              </th>
              <td>
                {one.acute && `${t.urgent}: `}
                {one.title ?? t.toRead}
              </td>
              <td>{channelWords[one.channel]?.[language]}</td>
              <td>
                <Trail trail={one.trail} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

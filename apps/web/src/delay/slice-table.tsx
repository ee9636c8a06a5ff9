import type { AllowedCommand, Case } from '../api/types';
import type { Chosen } from '../case/chosen';
import { fill, useLanguage } from '../language';
import { formatInstant } from '../time';
import { Button } from '../ui/button';
import { daysText } from './days-text';
import { useDelayTexts } from './texts';

type Slice = NonNullable<Case['delay']>['slices'][number];

interface SliceTableProps {
  readonly slices: readonly Slice[];
  /** By which a cause is given, when the reader may. */
  readonly set: AllowedCommand | undefined;
  /** By which another's is commented, when the reader may. */
  readonly comment: AllowedCommand | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Each slice of the delay: its days, its cause, who gave it and what others say of it. */
export function SliceTable(props: SliceTableProps) {
  const t = useDelayTexts();
  return (
    <div className="table" tabIndex={0} role="group" aria-label={t.slices}>
      <table>
        <caption>{t.slices}</caption>
        <thead>
          <tr>
            <th scope="col">{t.days}</th>
            <th scope="col">{t.count}</th>
            <th scope="col">{t.cause}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.actions}</th>
          </tr>
        </thead>
        <tbody>
          {props.slices.map((slice) => (
            <SliceRow key={slice.firstDay} {...props} slice={slice} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SliceRow({ slice, ...props }: SliceTableProps & { readonly slice: Slice }) {
  const { language } = useLanguage();
  const { days, unit, at } = slice;
  return (
    <tr>
      <th scope="row">{daysText(slice, language)}</th>
      <td>{days}</td>
      <td>
        <Cause slice={slice} />
      </td>
      <td>{unit !== null && at !== null && `${unit.name}, ${formatInstant(at, language)}`}</td>
      <td>
        <Action {...props} slice={slice} />
      </td>
    </tr>
  );
}

function Cause({ slice: { id, text, owners, note, comments } }: { readonly slice: Slice }) {
  const t = useDelayTexts();
  return (
    <>
      {id === null ? <span className="state">{text}</span> : text}
      {owners.length > 0 && <p className="hint">{fill(t.owners, { owners: owners.join(', ') })}</p>}
      {note !== null && <p className="words">{note}</p>}
      {comments.map(({ unit, at, text: said }) => (
        <p key={`${unit.id} ${at}`} className="words">
          {fill(t.commented, { unit: unit.name, text: said ?? t.notTold })}
        </p>
      ))}
    </>
  );
}

/** A day without a cause gets one; another's is commented. */
function Action({ slice, set, comment, onChoose }: SliceTableProps & { readonly slice: Slice }) {
  const t = useDelayTexts();
  const { language } = useLanguage();
  const { id, isOwn, firstDay, lastDay, text } = slice;
  const days = daysText(slice, language);
  const offers = [
    id === null && set !== undefined
      ? { command: set, label: t.set, values: { '/firstDay': firstDay, '/lastDay': lastDay } }
      : null,
    id !== null && !isOwn && comment !== undefined
      ? { command: comment, label: t.comment, values: { '/setting': id } }
      : null,
  ];
  return offers.map((offer) => {
    if (offer === null) return null;
    const { command, label, values } = offer;
    const button = `${command.name}-${firstDay}`;
    return (
      <Button
        key={command.name}
        isSmall
        id={button}
        aria-label={`${label}: ${days}, ${text}`}
        onPress={() =>
          onChoose({
            ...{ command, event: null },
            filled: { button, title: days, body: {}, values },
          })
        }
      >
        {label}
      </Button>
    );
  });
}

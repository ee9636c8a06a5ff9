import { useTexts } from '../language';
import { Icon } from '../ui/icon';
import type { Pick } from './picks';

/** What one should know of what has been picked: why it is proposed, what speaks against it, who reads there. */
export function PickedNotes({ picked }: { readonly picked: readonly Pick[] }) {
  const told = picked.filter(
    ({ note, because, warnings }) => (note ?? because ?? warnings) !== undefined,
  );
  return (
    <div aria-live="polite" className="picked">
      {told.map((pick) => (
        <PickedNote key={pick.value} pick={pick} />
      ))}
    </div>
  );
}

function PickedNote({ pick }: { readonly pick: Pick }) {
  const { label, note, because = [], warnings = [] } = pick;
  const t = useTexts();
  return (
    <div>
      {because.length > 0 && (
        <>
          <p>
            {t.proposed}: <strong>{label}</strong>
          </p>
          <ul className="hint reasons">
            {because.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {warnings.map(({ text, then }) => (
        <div key={text} className="warned">
          <p>
            <Icon name="late" /> <strong>{t.warning}</strong> {label}: {text}
          </p>
          <p>
            {t.ifYouGoOn} {then}
          </p>
        </div>
      ))}
      {note !== undefined && (
        <p className="hint">
          {label}: {note}
        </p>
      )}
    </div>
  );
}

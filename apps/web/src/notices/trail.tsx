import { useLanguage } from '../language';
import { formatInstant } from '../time';
import { reasonWords, trailWords } from './texts';

interface TrailProps {
  readonly trail: readonly {
    readonly kind: string;
    readonly at: string;
    readonly reason: string | null;
  }[];
}

/** What a notice or a delivery went through, in order. */
export function Trail({ trail }: TrailProps) {
  const { language } = useLanguage();
  return (
    <ul>
      {trail.map(({ kind, at, reason }) => (
        <li key={`${kind} ${at}`}>
          <time dateTime={at}>{formatInstant(at, language)}</time> {trailWords[kind]?.[language]}
          {reason !== null && ` (${reasonWords[reason]?.[language] ?? reason})`}
        </li>
      ))}
    </ul>
  );
}

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

/** What a notice or a delivery went through, in order; what reads alike, as mail and SMS of one minute, once. */
export function Trail({ trail }: TrailProps) {
  const { language } = useLanguage();
  const steps = trail.map(({ kind, at, reason }) => ({
    at,
    time: formatInstant(at, language),
    words: [
      trailWords[kind]?.[language],
      reason !== null && `(${reasonWords[reason]?.[language] ?? reason})`,
    ]
      .filter(Boolean)
      .join(' '),
  }));
  const lines = new Map(steps.map((step) => [`${step.time} ${step.words}`, step]));
  return (
    <ul>
      {[...lines].map(([line, { at, time, words }]) => (
        <li key={line}>
          <time dateTime={at}>{time}</time> {words}
        </li>
      ))}
    </ul>
  );
}

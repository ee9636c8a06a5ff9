import type { OtherCommand } from '../api/types';

interface WhyNotProps {
  readonly title: string;
  readonly commands: readonly OtherCommand[];
}

/** Commands that are not possible now, folded, each with the reason. */
export function WhyNot({ title, commands }: WhyNotProps) {
  if (commands.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <Reasons commands={commands} />
    </details>
  );
}

/** Each command and why it is not possible now. */
export function Reasons({ commands }: Pick<WhyNotProps, 'commands'>) {
  return (
    <dl className="facts">
      {commands.map(({ name, label, whyNot }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{whyNot}</dd>
        </div>
      ))}
    </dl>
  );
}

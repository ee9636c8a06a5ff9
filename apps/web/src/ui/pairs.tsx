/** Names and what they are; what has no value is left out. */
export function Pairs({
  pairs,
}: {
  readonly pairs: readonly (readonly [name: string, value: string | null | undefined])[];
}) {
  const said = pairs.filter(([, value]) => value != null && value !== '');
  if (said.length === 0) return null;
  return (
    <dl className="facts">
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

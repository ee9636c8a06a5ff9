import { useTexts } from '../language';

/** A telephone number that a computer with a telephone can dial. */
export function Phone({ number }: { readonly number: string }) {
  const t = useTexts();
  return (
    <>
      {t.phone} <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>
    </>
  );
}

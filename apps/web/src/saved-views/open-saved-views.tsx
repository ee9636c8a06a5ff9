import { lazy, Suspense, useState } from 'react';
import { Button } from '../ui/button';
import type { SavedViewsProps } from './saved-views';

/** Comes when somebody asks for it. */
const SavedViews = lazy(async () => ({ default: (await import('./saved-views')).SavedViews }));

interface OpenSavedViewsProps extends SavedViewsProps {
  readonly label: string;
}

/** The way to the saved views of a page. */
export function OpenSavedViews({ label, ...props }: OpenSavedViewsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button isSmall aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        {label}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SavedViews {...props} />
        </Suspense>
      )}
    </>
  );
}

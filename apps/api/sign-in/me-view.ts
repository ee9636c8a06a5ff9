import type { Reader } from '@hemgang/cases';
import type { Directory } from '@hemgang/directory';
import type { z } from 'zod';
import type { me } from '../openapi/account-schemas';

/** The signed-in person in words. Whoever has left the directory since keeps her ids as names. */
export function meView(directory: Directory, reader: Reader): z.output<typeof me> {
  const unit = directory.unit(reader.unit);
  return {
    id: reader.assignment,
    name: directory.staff(reader.staff)?.name ?? reader.staff,
    unit: { id: reader.unit, name: unit?.name ?? reader.unit, phone: unit?.phone ?? '' },
    huvudman: directory.huvudman(reader.huvudman)?.name ?? reader.huvudman,
    roles: [...reader.roles],
  };
}

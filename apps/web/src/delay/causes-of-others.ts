import type { Case } from '../api/types';
import type { Pick } from '../form/picks';
import type { Language } from '../language';
import { daysText } from './days-text';

/** The causes that another region or municipality has given: those that the reader's may comment. */
export function causesOfOthers({ delay }: Case, language: Language): readonly Pick[] {
  const given = (delay?.slices ?? []).flatMap((slice) => {
    const { id, isOwn, text } = slice;
    return id === null || isOwn
      ? []
      : [{ value: id, label: text, detail: daysText(slice, language) }];
  });
  // What was set over one of them has cut it in two; it is one cause still.
  return given.filter(({ value }, at) => given.findIndex((each) => each.value === value) === at);
}

import type { Text } from '../text';
import type { LawCode } from './laws';

/**
 * How sure we are of what an entry says.
 * - `read`: read in the source itself
 * - `secondary`: read in another text that reports the source
 * - `derived`: follows from published figures by our own arithmetic
 * - `recalled`: known from memory and not read again
 * - `assumption`: our own reading or choice, to be confirmed by the county
 */
export type Confidence = 'read' | 'secondary' | 'derived' | 'recalled' | 'assumption';

/** What the table says about a rule; the citation itself is the entry's key. */
export interface RuleEntry {
  readonly title: Text;
  /** The content in our own words; the statute's words decide. */
  readonly text: Text;
  /** Where it was read, or why it is assumed. */
  readonly source: string;
  readonly confidence: Confidence;
  /** Who must follow it; left out where a rule binds nobody in particular. */
  readonly appliesTo?: Text;
}

/** A rule ready to be shown beside a duty, a refusal or an access-log line. */
export interface Rule extends RuleEntry {
  readonly law: LawCode;
  /** The rest of the citation: `2:3` is chapter 2, section 3; `st2` a paragraph, `p1` a point. */
  readonly paragraph: string;
}

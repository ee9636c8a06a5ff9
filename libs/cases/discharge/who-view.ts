import type { StoredContent } from '@hemgang/store';
import { contactName, dischargeContext, responsible } from '@workflows/discharge';
import type { Told } from '../case-type';
import { struckBy } from '../rattelse';
import type { ChildHeardView, ContactView, DischargeView } from './discharge-view';
import { shows } from '../protection/shield';
import { missingFacts } from './missing';
import { municipalityView } from './municipality-view';

/** Who is close to the patient and who is responsible. */
export type WhoView = Pick<
  DischargeView,
  'childHeard' | 'contacts' | 'communicationNeeds' | 'municipalities' | 'missing'
>;

/** All of it as far as it has been disclosed to the reader's controller; roles are known to all. */
export function whoView(told: Told, isChild: boolean | null): WhoView {
  const { rows, reader, directory, now, shield } = told;
  const { contents } = rows;
  const { state } = rows.case;
  const context = dischargeContext(state);
  const { noted } = context;
  const { language } = reader;
  const contacts = noted.contacts
    .filter((seq) => struckBy(state, seq) === null)
    .flatMap((seq) => contactIn(contents, seq));
  return {
    childHeard: childHeardIn(contents, noted.childHeard),
    contacts,
    communicationNeeds: communicationIn(contents, noted.communication),
    municipalities: responsible(context).map((role) => {
      const view = municipalityView(role, directory, language);
      return shows(shield, 'municipality') ? view : { ...view, municipality: null };
    }),
    missing: missingFacts({ context, now, isChild, contacts, reader }),
  };
}

type Contents = readonly StoredContent[];

/** The content of one event, as first disclosed or handed on later. */
function contentOf(contents: Contents, seq: number | undefined): StoredContent | undefined {
  return contents.find((content) => (content.source ?? content.seq) === seq);
}

function contactIn(contents: Contents, seq: number): ContactView[] {
  const body = contentOf(contents, seq)?.body as Partial<ContactView> | undefined;
  if (body === undefined) return [];
  const { name = '', relation = '', phone = null, custody = false } = body;
  const { representative = 'none', mayBeTold = 'nothing' } = body;
  return [{ id: contactName(seq), name, relation, phone, custody, representative, mayBeTold }];
}

function communicationIn(
  contents: Contents,
  seq: number | undefined,
): DischargeView['communicationNeeds'] {
  type Told = Partial<NonNullable<DischargeView['communicationNeeds']>>;
  const body = contentOf(contents, seq)?.body as Told | undefined;
  if (body === undefined) return null;
  const { language = '', interpreter = false, hearing = null, sight = null, other = null } = body;
  return { language, interpreter, hearing, sight, other };
}

function childHeardIn(contents: Contents, seq: number | undefined): ChildHeardView | null {
  const content = contentOf(contents, seq);
  if (content === undefined) return null;
  const { heard, reason } = content.body['own'] as { heard: boolean; reason: string };
  return { heard, reason, recordedAt: content.recordedAt };
}

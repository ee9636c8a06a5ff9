import { everythingKnown } from '../play.testing';
import { socialNeeds } from '../stay.testing';
import { admitted, told, type RefusalRow } from './situations.testing';

const contact = { name: 'Lars Sjöström', relation: 'son', mayBeTold: 'times' };
const noSuchContact = 'Det finns ingen gällande kontakt med den beteckningen.';

const withContact = (stay = admitted()) => stay.give('2026-03-02 10:00', 'note-contact', contact);
const child = () => admitted(socialNeeds, { ...everythingKnown, child: true });
const heard = { heard: true, reason: 'Vill hem.' };

export const contactRefusals: readonly RefusalRow[] = [
  [
    'note-contact',
    noSuchContact,
    { stay: withContact, payload: { ...contact, contact: 'k1' } },
    { stay: withContact, payload: { ...contact, contact: 'k2' } },
  ],
  [
    'end-contact',
    noSuchContact,
    { stay: withContact, payload: { contact: 'm2' } },
    { stay: withContact, payload: { contact: 'k2' } },
  ],
  [
    'share-contacts',
    'Det finns varken kontakter eller uppgifter om språk, hörsel och syn att lämna ut.',
    { stay: told, payload: {} },
    { stay: () => withContact(told()), payload: {} },
  ],
  [
    'share-contacts',
    'Det finns inga mottagare än.',
    { stay: withContact, payload: {} },
    { stay: () => withContact(told()), payload: {} },
  ],
  [
    'note-child-heard',
    'Patienten är inte under 18 år, eller så är åldern inte känd.',
    { stay: admitted, payload: heard },
    { stay: child, payload: heard },
  ],
];

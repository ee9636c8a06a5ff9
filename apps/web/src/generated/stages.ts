/* Made from the machines by workflows/stages.spec.ts; never written by hand. */

import type { CasePath } from '../api/types';
import type { Text } from '../language';

/** A stage of a case, and how it is come to. */
export interface Stage {
  readonly key: string;
  readonly label: Text;
  /** Not on the main road. */
  readonly isAside: boolean;
  /** By the stage before: the commands that lead here from it. */
  readonly ways: Readonly<Record<string, readonly string[]>>;
  /** The stages from which it follows without a command, when all that was owed is done. */
  readonly byItself: readonly string[];
}

/** The main road in the order of life, then the side roads. */
export const stages: Partial<Readonly<Record<CasePath, readonly Stage[]>>> = {
  "discharges": [
    {
      "key": "admitted",
      "label": {
        "sv": "Inskriven",
        "en": "Admitted"
      },
      "isAside": false,
      "ways": {
        "utskrivningsklar": [
          "move-wrong-person",
          "withdraw-utskrivningsklar",
          "no-need"
        ],
        "planning": [
          "move-wrong-person",
          "no-need"
        ]
      },
      "byItself": []
    },
    {
      "key": "planning",
      "label": {
        "sv": "Planeras",
        "en": "Being planned"
      },
      "isAside": false,
      "ways": {
        "admitted": [
          "send-inskrivningsmeddelande"
        ],
        "utskrivningsklar": [
          "withdraw-utskrivningsklar"
        ]
      },
      "byItself": []
    },
    {
      "key": "utskrivningsklar",
      "label": {
        "sv": "Utskrivningsklar",
        "en": "Ready for discharge"
      },
      "isAside": false,
      "ways": {
        "admitted": [
          "mark-utskrivningsklar",
          "notify-utskrivningsklar"
        ],
        "planning": [
          "mark-utskrivningsklar",
          "notify-utskrivningsklar"
        ]
      },
      "byItself": []
    },
    {
      "key": "left",
      "label": {
        "sv": "Utskriven, tas över",
        "en": "Left, being taken over"
      },
      "isAside": false,
      "ways": {
        "admitted": [
          "discharge"
        ],
        "utskrivningsklar": [
          "discharge"
        ],
        "planning": [
          "discharge"
        ]
      },
      "byItself": []
    },
    {
      "key": "closed",
      "label": {
        "sv": "Avslutad",
        "en": "Closed"
      },
      "isAside": false,
      "ways": {
        "left": [
          "register-death"
        ]
      },
      "byItself": [
        "left"
      ]
    },
    {
      "key": "makulerad",
      "label": {
        "sv": "Makulerad",
        "en": "Struck, entered in error"
      },
      "isAside": true,
      "ways": {
        "admitted": [
          "strike-wrong-person",
          "makulera-case"
        ],
        "utskrivningsklar": [
          "strike-wrong-person",
          "makulera-case"
        ],
        "left": [
          "strike-wrong-person",
          "makulera-case"
        ],
        "transferred": [
          "strike-wrong-person",
          "makulera-case"
        ],
        "deceased": [
          "strike-wrong-person",
          "makulera-case"
        ],
        "planning": [
          "strike-wrong-person",
          "makulera-case"
        ],
        "closed": [
          "strike-wrong-person",
          "makulera-case"
        ]
      },
      "byItself": []
    },
    {
      "key": "transferred",
      "label": {
        "sv": "Flyttad till en annan region",
        "en": "Transferred to another region"
      },
      "isAside": true,
      "ways": {
        "admitted": [
          "transfer-to-region"
        ],
        "utskrivningsklar": [
          "transfer-to-region"
        ],
        "planning": [
          "transfer-to-region"
        ]
      },
      "byItself": []
    },
    {
      "key": "deceased",
      "label": {
        "sv": "Avled under vårdtillfället",
        "en": "Died during the stay"
      },
      "isAside": true,
      "ways": {
        "admitted": [
          "register-death"
        ],
        "utskrivningsklar": [
          "register-death"
        ],
        "planning": [
          "register-death"
        ]
      },
      "byItself": []
    }
  ],
  "sips": [
    {
      "key": "started",
      "label": {
        "sv": "Startad",
        "en": "Started"
      },
      "isAside": false,
      "ways": {
        "called": [
          "link-stay",
          "withdraw-call"
        ],
        "booked": [
          "withdraw-call",
          "cancel-meeting"
        ]
      },
      "byItself": []
    },
    {
      "key": "offered",
      "label": {
        "sv": "Erbjuden",
        "en": "Offered"
      },
      "isAside": false,
      "ways": {
        "started": [
          "offer-sip"
        ],
        "refused": [
          "offer-sip"
        ],
        "declined": [
          "offer-sip"
        ],
        "called": [
          "link-stay",
          "withdraw-call"
        ],
        "booked": [
          "withdraw-call",
          "cancel-meeting"
        ]
      },
      "byItself": []
    },
    {
      "key": "consented",
      "label": {
        "sv": "Samtycke finns",
        "en": "Consented"
      },
      "isAside": false,
      "ways": {
        "offered": [
          "record-consent",
          "record-attitude"
        ],
        "withdrawn": [
          "record-consent",
          "record-attitude"
        ],
        "called": [
          "link-stay",
          "withdraw-call"
        ],
        "booked": [
          "withdraw-call",
          "cancel-meeting"
        ]
      },
      "byItself": []
    },
    {
      "key": "called",
      "label": {
        "sv": "Kallad",
        "en": "Called"
      },
      "isAside": false,
      "ways": {
        "started": [
          "call"
        ],
        "offered": [
          "call"
        ],
        "booked": [
          "cancel-meeting"
        ],
        "consented": [
          "call"
        ],
        "refused": [
          "offer-sip"
        ],
        "declined": [
          "offer-sip"
        ],
        "withdrawn": [
          "record-consent",
          "record-attitude"
        ]
      },
      "byItself": []
    },
    {
      "key": "booked",
      "label": {
        "sv": "Möte bokat",
        "en": "Meeting booked"
      },
      "isAside": false,
      "ways": {
        "started": [
          "call",
          "book-meeting"
        ],
        "offered": [
          "call",
          "book-meeting"
        ],
        "called": [
          "call",
          "book-meeting"
        ],
        "consented": [
          "call",
          "book-meeting"
        ],
        "held": [
          "call",
          "book-meeting"
        ],
        "refused": [
          "offer-sip"
        ],
        "withdrawn": [
          "record-consent",
          "record-attitude"
        ],
        "declined": [
          "offer-sip"
        ]
      },
      "byItself": []
    },
    {
      "key": "held",
      "label": {
        "sv": "Möte hållet",
        "en": "Meeting held"
      },
      "isAside": false,
      "ways": {
        "called": [
          "hold-meeting"
        ],
        "booked": [
          "hold-meeting"
        ],
        "started": [
          "hold-meeting"
        ],
        "offered": [
          "hold-meeting"
        ],
        "refused": [
          "offer-sip"
        ],
        "consented": [
          "hold-meeting"
        ],
        "declined": [
          "offer-sip"
        ],
        "withdrawn": [
          "record-consent",
          "record-attitude"
        ]
      },
      "byItself": []
    },
    {
      "key": "drafted",
      "label": {
        "sv": "Plan under arbete",
        "en": "Plan being drafted"
      },
      "isAside": false,
      "ways": {
        "started": [
          "draft-plan"
        ],
        "offered": [
          "draft-plan"
        ],
        "called": [
          "draft-plan"
        ],
        "booked": [
          "draft-plan"
        ],
        "consented": [
          "draft-plan"
        ],
        "refused": [
          "offer-sip"
        ],
        "established": [
          "draft-plan"
        ],
        "held": [
          "draft-plan"
        ],
        "declined": [
          "offer-sip"
        ],
        "followed-up": [
          "draft-plan"
        ],
        "withdrawn": [
          "record-consent",
          "record-attitude"
        ]
      },
      "byItself": []
    },
    {
      "key": "established",
      "label": {
        "sv": "Plan upprättad",
        "en": "Plan established"
      },
      "isAside": false,
      "ways": {
        "drafted": [
          "establish-plan"
        ],
        "refused": [
          "offer-sip"
        ],
        "declined": [
          "offer-sip"
        ],
        "withdrawn": [
          "record-consent",
          "record-attitude"
        ]
      },
      "byItself": []
    },
    {
      "key": "followed-up",
      "label": {
        "sv": "Uppföljd",
        "en": "Followed up"
      },
      "isAside": false,
      "ways": {
        "established": [
          "follow-up"
        ],
        "refused": [
          "offer-sip"
        ],
        "drafted": [
          "establish-plan"
        ],
        "declined": [
          "offer-sip"
        ],
        "withdrawn": [
          "record-consent",
          "record-attitude"
        ]
      },
      "byItself": []
    },
    {
      "key": "closed",
      "label": {
        "sv": "Avslutad",
        "en": "Closed"
      },
      "isAside": false,
      "ways": {
        "started": [
          "register-death"
        ],
        "offered": [
          "close-sip",
          "register-death"
        ],
        "refused": [
          "register-death"
        ],
        "drafted": [
          "register-death",
          "close-sip"
        ],
        "called": [
          "register-death",
          "close-sip"
        ],
        "booked": [
          "register-death",
          "close-sip"
        ],
        "consented": [
          "close-sip",
          "register-death"
        ],
        "declined": [
          "register-death"
        ],
        "established": [
          "register-death",
          "close-sip"
        ],
        "held": [
          "register-death",
          "close-sip"
        ],
        "withdrawn": [
          "close-sip",
          "register-death"
        ],
        "followed-up": [
          "register-death",
          "close-sip"
        ]
      },
      "byItself": []
    },
    {
      "key": "declined",
      "label": {
        "sv": "Tackat nej",
        "en": "Declined"
      },
      "isAside": true,
      "ways": {
        "offered": [
          "decline-sip"
        ],
        "called": [
          "decline-sip"
        ],
        "booked": [
          "decline-sip"
        ],
        "drafted": [
          "decline-sip"
        ],
        "withdrawn": [
          "decline-sip"
        ],
        "held": [
          "decline-sip"
        ],
        "established": [
          "decline-sip"
        ],
        "followed-up": [
          "decline-sip"
        ]
      },
      "byItself": []
    },
    {
      "key": "refused",
      "label": {
        "sv": "Görs inte",
        "en": "Not made"
      },
      "isAside": true,
      "ways": {
        "started": [
          "refuse-sip"
        ],
        "drafted": [
          "refuse-sip"
        ],
        "called": [
          "refuse-sip"
        ],
        "booked": [
          "refuse-sip"
        ],
        "established": [
          "refuse-sip"
        ],
        "held": [
          "refuse-sip"
        ],
        "followed-up": [
          "refuse-sip"
        ]
      },
      "byItself": []
    },
    {
      "key": "withdrawn",
      "label": {
        "sv": "Samtycke återkallat",
        "en": "Consent withdrawn"
      },
      "isAside": true,
      "ways": {
        "consented": [
          "withdraw-consent"
        ],
        "called": [
          "withdraw-consent"
        ],
        "booked": [
          "withdraw-consent"
        ],
        "drafted": [
          "withdraw-consent"
        ],
        "held": [
          "withdraw-consent"
        ],
        "established": [
          "withdraw-consent"
        ],
        "followed-up": [
          "withdraw-consent"
        ]
      },
      "byItself": []
    },
    {
      "key": "makulerad",
      "label": {
        "sv": "Makulerad",
        "en": "Struck"
      },
      "isAside": true,
      "ways": {
        "started": [
          "makulera-sip"
        ],
        "offered": [
          "makulera-sip"
        ],
        "refused": [
          "makulera-sip"
        ],
        "drafted": [
          "makulera-sip"
        ],
        "closed": [
          "makulera-sip"
        ],
        "called": [
          "makulera-sip"
        ],
        "booked": [
          "makulera-sip"
        ],
        "consented": [
          "makulera-sip"
        ],
        "declined": [
          "makulera-sip"
        ],
        "established": [
          "makulera-sip"
        ],
        "held": [
          "makulera-sip"
        ],
        "withdrawn": [
          "makulera-sip"
        ],
        "followed-up": [
          "makulera-sip"
        ]
      },
      "byItself": []
    }
  ]
};

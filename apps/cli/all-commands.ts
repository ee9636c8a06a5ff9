import { accessReview } from './access-review';
import { auditExport } from './audit-export';
import { auditExtract, auditLogExport } from './audit-log';
import { auditVerify } from './audit-verify';
import { caseShow } from './case-show';
import { clockAdvance, clockShow } from './clock';
import type { Toolset } from './command';
import { directoryImport } from './directory-import';
import { doctor } from './doctor';
import { eventsExport } from './events-export';
import { whyFailed } from './failure';
import { figuresNumbers } from './figures-numbers';
import { afterRestore, gallringApply, gallringOrder, gallringPlanned } from './gallring';
import { gallringTermsAdd, gallringTermsList } from './gallring-terms';
import { importCases } from './import';
import { migrate } from './migrate';
import { noticesParked, noticesRedrive } from './notices';
import { noticesPreview } from './notices-preview';
import { paymentCase } from './payment-case';
import { PAYMENT_COMMANDS } from './payment-commands';
import { paymentCompare } from './payment-compare';
import { paymentRatesAdd, paymentRatesList } from './payment-rates';
import { seed } from './seed';
import { simulate } from './simulate';
import { sipCounts } from './sip-counts';
import { unitClose } from './unit-close';
import { verify } from './verify';
import { workflowApply, workflowPlan, workflowUndo } from './workflow';

/** Everything, in the order of the help. Loads the whole service. */
export const ALL_COMMANDS: Toolset = {
  commands: [
    migrate,
    seed,
    simulate,
    caseShow,
    clockShow,
    clockAdvance,
    noticesParked,
    noticesRedrive,
    noticesPreview,
    workflowPlan,
    workflowApply,
    workflowUndo,
    directoryImport,
    unitClose,
    importCases,
    ...PAYMENT_COMMANDS.commands,
    paymentCase,
    paymentCompare,
    paymentRatesAdd,
    paymentRatesList,
    sipCounts,
    figuresNumbers,
    eventsExport,
    accessReview,
    verify,
    auditVerify,
    auditExport,
    auditLogExport,
    auditExtract,
    gallringPlanned,
    gallringApply,
    gallringOrder,
    gallringTermsList,
    gallringTermsAdd,
    afterRestore,
    doctor,
  ],
  whyFailed,
};

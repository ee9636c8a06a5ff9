/**
 * Invented people in a real county. For seeding, simulation and tests only: nothing that runs in
 * production mode may import from here.
 */
export { DEMO_COUNTY } from './county';
export { demoPatient, type DemoPatient } from './people';
export type { PatientNeeds } from './recipients';
export { stayOf, type Stay } from './stay';
export { stayPlan, type PlannedStay, type StayPlan } from './stay-plan';
export { stayScript } from './stay-script';
export type { StayStep } from './stay-step';
export { admissionTime } from './stay-time';

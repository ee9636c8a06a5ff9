/**
 * Invented people in a real county. For seeding, simulation and tests only: nothing that runs in
 * production mode may import from here.
 */
export { DEMO_COUNTY } from './county';
export { inventedAnswers } from './experience-answers';
export { demoCountyNumbers } from './county-numbers';
export { monthPlan, type DatedStory, type Month } from './month-plan';
export { noticeAddresses, type NoticeAddress } from './notice-addresses';
export { demoPatient, type DemoPatient } from './people';
export type { PatientNeeds } from './recipients';
export { seeded } from './random';
export { settlementStories, type SettlementStory } from './settlement-story';
export { storySips } from './sip-plan';
export { sipScript } from './sip-story';
export { inOrder } from './stay-step';
export { storyScript, type Story, type StoryStep } from './story';
export { storyPlan, type CountyStory } from './story-plan';
export { storyBegins } from './story-time';

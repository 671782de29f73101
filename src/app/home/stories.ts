/** What the front door plays: runs chosen for what they show. What is said of them at the end is run and checked by a test. */
import { readScenario } from '#core/scenario.ts';
import type { Scenario } from '#core/types.ts';

const FIVE = ['babysit', 'grid', 'binary', 'random', 'bayes'];

/** In the order in which they are told; the texts are `home.stories.<id>`. */
const STORIES = {
  rate: { objective: 'mlp-learning-rate', noise: 'none', seed: 3, budget: 12 },
  valleys: { objective: 'double-well', seed: 3, budget: 12 },
  knobs: { objective: 'important-unimportant', seed: 7, budget: 9 },
  learnt: { objective: 'forrester', seed: 1, budget: 12 },
};

export type StoryId = keyof typeof STORIES;
export const STORY_IDS = Object.keys(STORIES) as StoryId[];

export const scenarioOfStory = (id: StoryId): Scenario =>
  readScenario({ ...STORIES[id], strategies: FIVE }).scenario;

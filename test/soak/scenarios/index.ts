import { accountScenarios } from './accounts';
import { ensembleDataScenarios } from './ensembledata';
import { mediaScenarios } from './media';
import { otherScenarios } from './others';
import { postScenarios } from './posts';
import type { Scenario } from './scenario';

export const scenarios: readonly Scenario[] = [
  ...accountScenarios,
  ...postScenarios,
  ...mediaScenarios,
  ...ensembleDataScenarios,
  ...otherScenarios,
];

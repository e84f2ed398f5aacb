/**
 * What every state and every engine must do, as lists of cases. A test of an implementation runs each case on a fresh
 * one: `for (const { name, run } of stateConformance) test(name, async () => await run(new State(...)))`.
 */

import type { ResourceType } from '../resource/resource-type.ts';
import type { State } from '../state/state.ts';
import type { ConformanceCase } from './case.ts';
import { engineDeclarations } from './engine-declarations.ts';
import { engineLife } from './engine-life.ts';
import { engineReconciles } from './engine-reconciles.ts';
import { engineTransforms } from './engine-transforms.ts';
import { Numeral, Sentence, Word } from './number-resources.ts';
import { Path } from './path-resource.ts';
import { stateContents } from './state-contents.ts';
import { stateLifecycle } from './state-lifecycle.ts';
import { stateWatches } from './state-watches.ts';

export { type ConformanceCase, ConformanceError } from './case.ts';
export { ManualClock } from './manual-clock.ts';

export const stateConformance: readonly ConformanceCase<State>[] = [...stateContents, ...stateLifecycle, ...stateWatches];

/** What controllers can rely on, whatever state they run on. */
export const engineConformance: readonly ConformanceCase<State>[] = [
	...engineTransforms,
	...engineReconciles,
	...engineLife,
	...engineDeclarations,
];

/** The types of resource in the cases, for a state that must know how to encode them. */
export const conformanceTypes: readonly ResourceType[] = [Path, Numeral, Word, Sentence];

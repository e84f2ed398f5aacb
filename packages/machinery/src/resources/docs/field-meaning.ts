import { blockFields } from './fields/block.ts';
import { clusterFields } from './fields/cluster.ts';
import { hardwareFields } from './fields/hardware.ts';
import { kubernetesFields } from './fields/kubernetes.ts';
import { kubespanFields } from './fields/kubespan.ts';
import type { FieldMeanings } from './fields/meanings.ts';
import { networkFields } from './fields/network.ts';
import { performanceFields } from './fields/performance.ts';
import { runtimeFields } from './fields/runtime.ts';
import { secretFields } from './fields/secrets.ts';
import { sharedFields } from './fields/shared.ts';

/** By domain; no two have the same key. */
export const meanings: readonly FieldMeanings[] = [
	blockFields,
	clusterFields,
	hardwareFields,
	kubernetesFields,
	kubespanFields,
	networkFields,
	performanceFields,
	runtimeFields,
	secretFields,
	sharedFields,
];

/** What a field of a spec means, in a few words; empty when nobody has said it. @param path from the spec on */
export function meaningOf(type: string, path: readonly string[]): string {
	const whole = [type.split('.', 1)[0] ?? '', ...path];
	for (let from = 0; from < whole.length; from += 1) {
		const end = whole.slice(from).join('.');
		const found = meanings.find((some) => Object.hasOwn(some, end))?.[end];
		if (found !== undefined) return found;
	}
	return '';
}

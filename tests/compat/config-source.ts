import { arbitraryConfigText, arbitraryPatchText } from '@ichor/machinery/testing';
import fc from 'fast-check';
import { examples } from './config-examples.ts';
import { generatedConfigs } from './generated-configs.ts';
import { mutated } from './mutated.ts';
import { patches } from './patch-examples.ts';
import type { Random } from './random.ts';

/** Where random configurations and patches come from; the same seed gives the same ones. */
export interface ConfigSource {
	config(random: Random): string;
	patch(random: Random): string;
	/** One that somebody's editor, template or script spoilt; many are refused, some only read otherwise. */
	brokenConfig(random: Random): string;
	brokenPatch(random: Random): string;
}

/** @param count how many cases will be drawn of it */
export function configSource(seed: number, count: number): ConfigSource {
	const drawn = { seed, numRuns: Math.min(count, 400) };
	const configs = fc.sample(arbitraryConfigText({ density: 0.35 }), drawn);
	const misfits = fc.sample(arbitraryConfigText({ density: 0.35, broken: true }), drawn);
	const drawnPatches = fc.sample(arbitraryPatchText(), drawn);

	const config = (random: Random): string =>
		random.pick(random.pick([examples, examples, generatedConfigs, generatedConfigs, configs, configs, misfits]));
	const patch = (random: Random): string => {
		const kind = random.below(10);
		if (kind < 5) return random.pick(patches);
		if (kind < 7) return random.pick(drawnPatches);
		return kind < 9 ? random.pick(config(random).split('---\n')) : config(random);
	};
	return {
		config,
		patch,
		brokenConfig: (random) => mutated(config(random), random),
		brokenPatch: (random) => mutated(patch(random), random),
	};
}

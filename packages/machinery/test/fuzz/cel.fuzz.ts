import { diskEnvironment, oomRankingEnvironment } from '../../src/cel/environments.ts';
import { canonicalCel, celProblem } from '../../src/cel/expression.ts';

const seeds = [
	'disk.size > 120u * GB && !disk.rotational',
	'glob("sd[a-z]", disk.dev_path) || "x" in disk.symlinks',
	'memory_max.hasValue() ? 0.0 : {Besteffort: 1.0}[class] * double(memory_current.orValue(0u))',
	'[1, ?x, -2].map(v, v > 1, {"a": v}).exists(w, has(w.a)) && a.?b[?c].optMap(d, d == b"\\x00")',
	'r\'\\d\' + """é\n""" // comment',
];

/** Any text is judged without throwing, and what is printed can be read and prints again as it is, or as upstream's slips leave it. */
export const target = {
	name: 'cel',
	seeds: seeds.map((seed) => new TextEncoder().encode(seed)),
	run(input: Uint8Array): void {
		const text = new TextDecoder().decode(input);
		for (const environment of [diskEnvironment, oomRankingEnvironment]) {
			celProblem(text, environment, 'bool');
			const printed = canonicalCel(text, environment);
			if (printed !== undefined && canonicalCel(printed, environment) === undefined) throw new Error(`cannot be read: ${printed}`);
		}
	},
};

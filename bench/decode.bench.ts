import { loadConfig, validateConfig } from '@ichor/machinery';
import { parseAllDocuments } from 'yaml';
import { type Figure, median } from './figure.ts';
import { sampleConfig } from './sample.ts';

const rounds = 200;

/** Reading and judging a configuration, in a process that is warm, beside the `yaml` library's bare parse of the same text. */
export async function* bench(): AsyncIterable<Figure> {
	const text = await sampleConfig(21_000);
	const ours: number[] = [];
	const bare: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		ours.push(time(() => validateConfig(loadConfig(text), { mode: 'metal', local: true, strict: false })));
		bare.push(time(() => parseAllDocuments(text)));
	}
	const [value, anchor] = [ours, bare].map((times) => median(times.slice(rounds / 2)));
	yield { name: 'decode and validate 21 kB', unit: 'ms', ours: value ?? 0, anchor: { name: "yaml's bare parse", value: anchor ?? 0 } };
}

function time(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

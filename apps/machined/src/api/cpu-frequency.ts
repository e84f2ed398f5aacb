import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** How fast a processor runs and may run, in kHz. */
export interface CpuFrequency {
	readonly currentFrequency: bigint;
	readonly minimumFrequency: bigint;
	readonly maximumFrequency: bigint;
	readonly governor: string;
}

/**
 * The frequencies of every processor that the kernel scales (Documentation/admin-guide/pm/cpufreq.rst); a virtual machine
 * mostly has none. One that does not tell all three has zeros, as upstream's.
 */
export async function readCpuFrequencies(folder = '/sys/devices/system/cpu'): Promise<readonly CpuFrequency[]> {
	const names = (await readdir(folder).catch(() => [])).filter((name) => /^cpu\d+$/.test(name));
	const sorted = names.toSorted((a, b) => Number(a.slice(3)) - Number(b.slice(3)));
	const all = await Promise.all(sorted.map(async (name) => await readOne(`${folder}/${name}/cpufreq`)));
	return all.filter((one) => one !== undefined);
}

async function readOne(folder: string): Promise<CpuFrequency | undefined> {
	if (!existsSync(`${folder}/scaling_governor`)) return undefined;
	const text = async (name: string) => (await readFile(`${folder}/${name}`, 'utf8').catch(() => '')).trim();
	const [current, minimum, maximum, governor] = await Promise.all(
		['cpuinfo_cur_freq', 'cpuinfo_min_freq', 'cpuinfo_max_freq', 'scaling_governor'].map(text),
	);
	if (!current || !minimum || !maximum) return { currentFrequency: 0n, minimumFrequency: 0n, maximumFrequency: 0n, governor: '' };
	return {
		currentFrequency: BigInt(current),
		minimumFrequency: BigInt(minimum),
		maximumFrequency: BigInt(maximum),
		governor: governor ?? '',
	};
}

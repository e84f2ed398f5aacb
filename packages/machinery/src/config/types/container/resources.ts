import type { Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { parseByteCount } from '../../scalars/byte-count.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import type { ContainerResourceLimits } from './container-config.gen.ts';

export function checkResources(limits: ContainerResourceLimits | undefined, problems: Problems): void {
	const { memory = '', cpu = '' } = limits ?? {};
	const size = memory === '' ? undefined : attempt(() => parseByteCount(memory));
	if (size instanceof TextRefusal) problems.error(['memory'], `limits.memory ${quote(memory)} is not a valid size: ${size.message}`);
	const cpuProblem = cpu === '' ? undefined : millicoresProblem(cpu);
	if (cpuProblem !== undefined) problems.error(['cpu'], `limits.cpu ${quote(cpu)} ${cpuProblem}`);
}

const largestUint64 = 2n ** 64n - 1n;

/** Thousandths of a processor core, always with their unit: a bare `1` could mean a core or a thousandth. */
function millicoresProblem(cpu: string): string | undefined {
	if (!cpu.endsWith('m')) return 'must be expressed in millicores, e.g. 1500m';
	const digits = cpu.slice(0, -1);
	const parsing = `is not a valid millicore quantity: strconv.ParseUint: parsing ${quote(digits)}:`;
	if (!/^[0-9]+$/.test(digits)) return `${parsing} invalid syntax`;
	if (BigInt(digits) > largestUint64) return `${parsing} value out of range`;
	return BigInt(digits) === 0n ? 'must be greater than zero' : undefined;
}

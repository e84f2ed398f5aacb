import { type Allowance, allowanceFor, allowed } from './allowed.ts';
import type { Comparison, Finding } from './compare.ts';
import { needsKubernetes } from './kubernetes.ts';

/** What a comparison comes to. */
export interface Report {
	readonly lines: readonly string[];
	/** Of the types that need no Kubernetes, those that are there and look alike. */
	readonly percentage: number;
	/** At least as many types as asked for are there, and nothing differs in shape without a reason. */
	readonly good: boolean;
}

/** Percent of the types that need no Kubernetes which must be there. */
export const wanted = 95;

/** Judges a comparison by what is allowed. Types that need Kubernetes are listed, and count only for their shape. */
export function report({ findings, types }: Comparison, list: readonly Allowance[] = allowed): Report {
	const judged = findings.map((finding) => ({ finding, reason: allowanceFor(finding, list)?.reason }));
	const open = judged.filter(({ reason }) => reason === undefined).map(({ finding }) => finding);
	const bad = new Set(open.filter(({ about }) => about !== 'extra').map(({ type }) => type));
	const there = types.filter((type) => !bad.has(type));
	const percentage = types.length === 0 ? 0 : (100 * there.length) / types.length;
	const differing = open.filter(({ about }) => about !== 'missing' && about !== 'extra');
	const unused = list.filter((allowance) => !findings.some((finding) => allowanceFor(finding, [allowance]) !== undefined));
	return {
		lines: [
			...judged.map(({ finding, reason }) => describe(finding, reason)),
			...unused.map(({ type, about }) => `${type}: allowed, but no longer the case: ${about}`),
			`${there.length} of ${types.length} types that need no Kubernetes are as recorded: ${percentage.toFixed(1)} % (wanted: ${wanted} %)`,
			`${differing.length} differences in shape without a reason`,
		],
		percentage,
		good: percentage >= wanted && differing.length === 0 && unused.length === 0,
	};
}

function describe({ type, about, path, what }: Finding, reason: string | undefined): string {
	const where = about === 'missing' || about === 'extra' ? about : `${about}${path === '' ? '' : ` ${path}`}`;
	const why = reason ?? (needsKubernetes(type) && about === 'missing' ? 'needs Kubernetes' : undefined);
	return `${type}: ${where}: ${what}${why === undefined ? '' : ` (stands: ${why})`}`;
}

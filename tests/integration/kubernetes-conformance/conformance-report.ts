import { notRun } from './not-run.ts';

/** What became of a conformance test. */
export interface ConformanceResult {
	readonly name: string;
	/** `node` of `[sig-node]`. */
	readonly area: string;
	readonly outcome: 'passed' | 'failed' | 'skipped';
	/** Of one that has not passed: one line. */
	readonly reason: string;
}

/** What is read of a report of Ginkgo in JSON (onsi/ginkgo v2, types.Report). */
export interface GinkgoReport {
	readonly SpecReports: readonly {
		readonly ContainerHierarchyTexts: readonly string[] | null;
		readonly LeafNodeType: string;
		readonly LeafNodeText: string;
		readonly State: string;
		readonly Failure?: { readonly Message?: string };
	}[];
}

/** The conformance tests of a report, those that were not selected left out. */
export function resultsIn(report: GinkgoReport): readonly ConformanceResult[] {
	return report.SpecReports.flatMap(({ ContainerHierarchyTexts, LeafNodeType, LeafNodeText, State, Failure }) => {
		const name = [...(ContainerHierarchyTexts ?? []), LeafNodeText].join(' ');
		const said = Failure?.Message?.split('\n')[0] ?? '';
		if (LeafNodeType !== 'It' || !name.includes('[Conformance]') || (State === 'skipped' && said === '')) return [];
		// it may run beyond the time that there is: that is nobody's fault
		if (State === 'interrupted' || State === 'aborted') return [];
		const outcome = State === 'passed' || State === 'skipped' ? State : 'failed';
		return [{ name, area: areaOf(name), outcome, reason: said || State }];
	});
}

/** The tests of a list that have no result: not run, with the reason why. */
export function withoutResult(names: readonly string[], results: readonly ConformanceResult[]): readonly ConformanceResult[] {
	const done = new Set(results.map(({ name }) => name));
	return names
		.filter((name) => !done.has(name))
		.map((name) => ({
			name,
			area: areaOf(name),
			outcome: 'skipped',
			reason: notRun.find(({ names: these }) => these.test(name))?.reason ?? 'time was up',
		}));
}

/** A line for each area, then every failure, then how many were skipped for which reason. */
export function reportText(results: readonly ConformanceResult[]): string {
	const count = (some: readonly ConformanceResult[], outcome: ConformanceResult['outcome']) =>
		some.filter((one) => one.outcome === outcome).length;
	const row = (name: string, some: readonly ConformanceResult[]) =>
		`  ${name.padEnd(18)}${(['passed', 'failed', 'skipped'] as const).map((outcome) => `${String(count(some, outcome)).padStart(5)} ${outcome}`).join('')}`;
	const byArea = [...Map.groupBy(results, ({ area }) => area)].toSorted(([a], [b]) => (a < b ? -1 : 1));
	const reasons = Map.groupBy(
		results.filter(({ outcome }) => outcome === 'skipped'),
		({ reason }) => reason,
	);
	return [
		'conformance tests of Kubernetes:',
		...byArea.map(([area, some]) => row(area, some)),
		row('altogether', results),
		...results.filter(({ outcome }) => outcome === 'failed').map(({ name, reason }) => `  failed: ${name}: ${reason}`),
		...[...reasons].map(([reason, some]) => `  skipped: ${some.length}: ${reason}`),
	].join('\n');
}

function areaOf(name: string): string {
	return /\[sig-([a-z-]+)\]/.exec(name)?.[1] ?? 'other';
}

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type BuildPlace, buildNamedImage, buildPart, Cache, kubernetesVersions, Lock } from '@ichor/imager';
import { background, withTimeout } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import { StartedCluster } from '../started-cluster.ts';
import { type ConformanceResult, type GinkgoReport, reportText, resultsIn, withoutResult } from './conformance-report.ts';
import definition from './kubernetes-conformance.ts';
import { areas, notRun } from './not-run.ts';

// On a machine that has built nothing yet, Go builds Kubernetes and its tests first; the tests have no deadline of their own.
const context = withTimeout(background, 150 * 60_000);
const skip = process.getuid?.() === 0 ? false : 'container nodes need root';
if (skip !== false) console.log(`skipped: the conformance tests of Kubernetes: ${skip}`);
const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** What the tests run in their pods. */
const images = ['agnhost', 'agnhost-previous', 'busybox', 'nonroot', 'pause-released'];

describe('the conformance tests of Kubernetes', { skip, timeout: 150 * 60_000 }, () => {
	test('pass, as far as what they need can be built here', async (t) => {
		const place = await buildPlace();
		const { path } = await buildPart(context, 'e2e', place);
		for (const image of images) await buildNamedImage(context, image, place);
		const cluster = await StartedCluster.start(context, definition, 'kubernetes-conformance/kubernetes-conformance');
		const reports = await mkdtemp(join(tmpdir(), 'ichor-conformance-'));
		t.after(async () => {
			await cluster.remove();
			await rm(reports, { recursive: true, force: true });
		});
		const kubeconfig = join(cluster.folder.path, 'kubeconfig');
		const run = async (area: string, ...flags: readonly string[]): Promise<readonly ConformanceResult[]> => {
			const report = join(reports, `${area}.json`);
			const selected = `--ginkgo.focus=\\[sig-${area}\\].*\\[Conformance\\]`;
			const skipped = `--ginkgo.skip=${notRun.map(({ names }) => names.source).join('|')}`;
			const command = [
				'--kubeconfig',
				kubeconfig,
				'--provider=skeleton',
				'--ginkgo.no-color',
				'--ginkgo.succinct',
				'--ginkgo.timeout=140m',
				selected,
				...flags,
			];
			// its exit code says whether all have passed; the report says which
			await runProgram(join(path, 'e2e'), [...command, ...(flags.length === 0 ? [skipped] : []), `--ginkgo.json-report=${report}`], {
				signal: context.signal,
			}).catch(() => context.signal.throwIfAborted());
			return (JSON.parse(await readFile(report, 'utf8')) as readonly GinkgoReport[]).flatMap(resultsIn);
		};
		const all = await run('[a-z-]+', '--ginkgo.dry-run');
		const left = [...areas];
		const results: ConformanceResult[] = [];
		const work = async (): Promise<void> => {
			for (let area = left.shift(); area !== undefined; area = left.shift()) results.push(...(await run(area)));
		};
		await Promise.all([work(), work()]);
		const every = [
			...results,
			...withoutResult(
				all.map(({ name }) => name),
				results,
			),
		];
		console.log(reportText(every));
		assert.ok(every.filter(({ outcome }) => outcome === 'passed').length >= leastPassed);
	});
});

/** Issue 5. */
const leastPassed = 100;

async function buildPlace(): Promise<BuildPlace> {
	const lock = await Lock.read(join(checkout, 'os'));
	return { checkout, cache: Cache.fromEnvironment(process.env), lock, versions: kubernetesVersions(definition.kubernetes) };
}

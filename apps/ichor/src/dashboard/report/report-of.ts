import { Diagnostic, HostnameStatus, MachineStatus, Version } from '@ichor/machinery/resources';
import { printable } from '../../output/printable.ts';
import { memoryShare, type NodeFacts } from '../facts/node-facts.ts';
import { usageBetween } from '../facts/processor-usage.ts';
import { unknown } from './field.ts';
import { linkRows, routeRows } from './interfaces.ts';
import { measuresOf } from './monitor.ts';
import type { NodeReport, Tone } from './node-report.ts';
import { serviceRows } from './services.ts';
import { kubernetesFields, networkFields, talosFields } from './summary.ts';
import { troubleOf } from './trouble.ts';
import { binarySize, frequencyText, percentText, spanText } from './units.ts';

/**
 * What is shown of a node.
 *
 * @param now milliseconds since 1970
 */
export function reportOf(facts: NodeFacts, now: number): NodeReport {
	const machine = facts.one(MachineStatus);
	return {
		node: printable(facts.node),
		hostname: printable(facts.one(HostnameStatus)?.hostname ?? unknown),
		connection: facts.connection.state,
		trouble: printable(troubleOf(facts, now)),
		stage: machine?.stage ?? unknown,
		ready: readiness(facts, machine?.status.ready),
		headline: headline(facts, now),
		talos: talosFields(facts),
		kubernetes: kubernetesFields(facts),
		network: networkFields(facts),
		diagnostics: [...facts.all(Diagnostic)].map(([id, { message }]) => ({
			url: `https://talos.dev/diagnostic/${encodeURIComponent(id)}`,
			message: printable(message),
		})),
		services: serviceRows(facts.samples.at(-1)?.services ?? [], now),
		...measuresOf(facts),
		series: facts.series,
		links: linkRows(facts),
		routes: routeRows(facts),
		log: facts.log,
		logDropped: facts.logDropped,
	};
}

function readiness({ connection }: NodeFacts, ready: boolean | undefined): Tone {
	if (connection.state === 'lost') return 'bad';
	if (connection.state === 'connecting' || ready === undefined) return 'unsure';
	return ready ? 'good' : 'bad';
}

function headline(facts: NodeFacts, now: number): readonly string[] {
	const version = facts.one(Version);
	const latest = facts.samples.at(-1);
	const before = facts.samples.length > 1 ? facts.samples[0] : undefined;
	const usage = usageBetween(before?.system?.cpuTotal, latest?.system?.cpuTotal);
	const boot = latest?.system?.bootTime ?? 0n;
	return [
		version === undefined ? unknown : printable(`${version.name} ${version.version}`),
		`uptime ${boot === 0n ? unknown : spanText(now / 1000 - Number(boot))}`,
		processors(facts),
		`${latest?.memory === undefined ? unknown : binarySize(latest.memory.memtotal * 1024n)} RAM`,
		`PROCS ${latest?.processes?.length ?? unknown}`,
		`CPU ${usage === undefined ? unknown : percentText(usage.busy)}`,
		`RAM ${latest?.memory === undefined ? unknown : percentText(memoryShare(latest.memory))}`,
	];
}

/** How many there are of each speed, the fastest first: `4x2.4GHz`. */
function processors(facts: NodeFacts): string {
	const latest = facts.samples.at(-1);
	const measured = (latest?.frequencies ?? []).map(({ currentFrequency }) => Number(currentFrequency) / 1000).filter((speed) => speed > 0);
	const speeds = measured.length > 0 ? measured : (latest?.processors ?? []).map(({ cpuMhz }) => cpuMhz);
	if (speeds.length === 0) return unknown;
	const counts = new Map<string, number>();
	for (const speed of speeds.toSorted((a, b) => b - a)) counts.set(frequencyText(speed), (counts.get(frequencyText(speed)) ?? 0) + 1);
	return [...counts].map(([speed, count]) => `${count}x${speed}`).join(' ');
}

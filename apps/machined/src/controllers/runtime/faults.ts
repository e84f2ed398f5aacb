import { statfs } from 'node:fs/promises';
import { Diagnostic, type DiagnosticSpec } from '@ichor/machinery/resources';
import type { Controller, ControllerFailure } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { ClockFault } from './clock-fault.ts';

/** What faults are found by. */
export interface FaultPorts {
	/** The controllers that have failed and not worked since. */
	readonly failures: () => readonly ControllerFailure[];
	/** Where the volumes are that the machine writes to, by their ids. */
	readonly volumes: Readonly<Record<string, string>>;
	/** Parts of a file system, as statfs(2) has them. */
	readonly space?: (path: string) => Promise<FileSystemSpace>;
	/** Milliseconds since 1970, by the machine's clock. */
	readonly now?: () => number;
	/** Milliseconds between two looks. */
	readonly period?: number;
}

interface FileSystemSpace {
	/** Blocks, those that others than root may still take, and the size of one in bytes. */
	readonly blocks: number;
	readonly bavail: number;
	readonly bsize: number;
}

/**
 * Names what is wrong with the machine itself, as diagnostics: a volume without room, a controller that fails again and again, a clock
 * that jumps.
 */
export function faultsController({ failures, volumes, space = statfs, now = Date.now, period = lookPeriod }: FaultPorts): Controller {
	return {
		name: 'runtime.FaultsController',
		inputs: [],
		outputs: [{ type: Diagnostic.type, kind: 'shared' }],
		async run(_, runtime) {
			const timer = setInterval(() => runtime.queueReconcile(), period);
			const clock = new ClockFault(now);
			try {
				while (await runtime.nextReconcile()) {
					runtime.startTrackingOutputs();
					for (const [id, path] of Object.entries(volumes)) {
						const full = await fullVolume(id, path, space);
						if (full !== undefined) await publish(runtime, Diagnostic, `volume-full-${id.toLowerCase()}`, full);
					}
					for (const { controller, count, since, message } of failures()) {
						if (count < manyFailures || Date.now() - since < failingTime) continue;
						const fault = { message: `the controller ${controller} fails again and again: ${message}`, details: [] };
						await publish(runtime, Diagnostic, `controller-${controller.toLowerCase()}`, fault);
					}
					const jumped = clock.look();
					if (jumped !== undefined) await publish(runtime, Diagnostic, 'clock-jumped', jumped);
					await runtime.cleanupOutputs(Diagnostic.kind);
				}
			} finally {
				clearInterval(timer);
			}
		},
	};
}

async function fullVolume(
	id: string,
	target: string,
	space: (path: string) => Promise<FileSystemSpace>,
): Promise<DiagnosticSpec | undefined> {
	const { blocks, bavail, bsize } = await space(target);
	if (blocks === 0 || bavail / blocks >= leastFree) return undefined;
	const mebibytes = (count: number) => `${Math.floor((count * bsize) / 2 ** 20)} MiB`;
	return {
		message: `the volume ${id} (${target}) is full: ${mebibytes(bavail)} of ${mebibytes(blocks)} are free`,
		details: [`look with \`usage ${target}\` for what takes the room`],
	};
}

/** Of all blocks: what writes a file as a whole needs some. */
const leastFree = 0.01;
/** Milliseconds between two looks, and for which a controller fails before it is told: together below the 30 s that it may take. */
const lookPeriod = 5000;
const failingTime = 10_000;
/** Whoever waits for something else fails once or twice. */
const manyFailures = 3;

import { CPUSpecSchema } from '@ichor/api/resource/definitions/perf';
import { defineResource } from '@ichor/runtime';
import { list, real, record, type SpecOf, specCodec, whole } from '../spec/index.ts';

const cPUStat = {
	user: real,
	nice: real,
	system: real,
	idle: real,
	iowait: real,
	irq: real,
	softIrq: real,
	steal: real,
	guest: real,
	guestNice: real,
};

/** What the processors have spent their time on, in seconds since the machine has started. */
export const CPUStat = defineResource({
	type: 'CPUStats.perf.talos.dev',
	namespace: 'perf',
	printColumns: [
		{ name: 'User', jsonPath: '{.cpuTotal.user}' },
		{ name: 'System', jsonPath: '{.cpuTotal.system}' },
	],
	codec: specCodec(CPUSpecSchema, {
		cpu: list(record(cPUStat)),
		cpuTotal: record(cPUStat),
		irqTotal: whole,
		contextSwitches: whole,
		processCreated: whole,
		processRunning: whole,
		processBlocked: whole,
		softIrqTotal: whole,
	}),
});

export type CPUStatSpec = SpecOf<typeof CPUStat>;

export const cpuStatId = 'latest';

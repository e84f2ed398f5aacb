import type { CPUFreqStats, CPUInfo, DiskStat, LoadAvg, MemInfo, NetDev, ProcessInfo, ServiceInfo, SystemStat } from '@ichor/api/machine';
import type { TalosServices } from '@ichor/client/api';
import { hasRpcCode } from '@ichor/rpc';

/** What a node measures, all at one moment. What its role may not read, or an older node does not know, is absent. */
export interface Sample {
	/** Milliseconds since 1970, of this machine's clock. */
	readonly at: number;
	readonly load: LoadAvg | undefined;
	readonly memory: MemInfo | undefined;
	readonly system: SystemStat | undefined;
	readonly processors: readonly CPUInfo[];
	readonly frequencies: readonly CPUFreqStats[];
	readonly network: NetDev | undefined;
	readonly disks: DiskStat | undefined;
	readonly processes: readonly ProcessInfo[] | undefined;
	readonly services: readonly ServiceInfo[] | undefined;
}

/**
 * Asks a node once for everything that it measures.
 *
 * @param timeout milliseconds
 * @throws RpcError when the node does not answer
 */
export async function takeSample({ machine }: TalosServices, timeout: number, signal: AbortSignal): Promise<Sample> {
	const options = { timeout, signal };
	const [load, memory, system, processors, frequencies, network, disks, processes, services] = await Promise.all([
		firstOf(machine.loadAvg({}, options)),
		firstOf(machine.memory({}, options)),
		firstOf(machine.systemStat({}, options)),
		firstOf(machine.cPUInfo({}, options)),
		firstOf(machine.cPUFreqStats({}, options)),
		firstOf(machine.networkDeviceStats({}, options)),
		firstOf(machine.diskStats({}, options)),
		firstOf(machine.processes({}, options)),
		firstOf(machine.serviceList({}, options)),
	]);
	return {
		at: Date.now(),
		load,
		memory: memory?.meminfo,
		system,
		processors: processors?.cpuInfo ?? [],
		frequencies: frequencies?.cpuFreqStats ?? [],
		network: network?.total,
		disks: disks?.total,
		processes: processes?.processes,
		services: services?.services,
	};
}

async function firstOf<Message>(call: Promise<{ readonly messages: readonly Message[] }>): Promise<Message | undefined> {
	try {
		return (await call).messages[0];
	} catch (error) {
		if (hasRpcCode(error, 'permission-denied', 'unimplemented', 'not-found', 'internal', 'unknown')) return undefined;
		throw error;
	}
}

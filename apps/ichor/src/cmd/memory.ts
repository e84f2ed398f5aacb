import type { MemInfo } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { listingFlags, printListing } from '../output/listing.ts';
import { printable } from '../output/printable.ts';

/** `memory`: how the memory of nodes is used, in MiB, or everything that their kernels count. */
export const memory = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: { verbose: toggle('verbose', "everything that the kernel's meminfo has", { shorthand: 'v' }), ...listingFlags },
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const [{ answersOf }, { MemInfoSchema }, { plainMessage }] = await Promise.all([
				import('../nodes/answers.ts'),
				import('@ichor/api/machine'),
				import('../output/plain-message.ts'),
			]);
			const answers = (await answersOf(session, 'error getting memory stats', session.client.machine.memory({}))).flatMap(
				({ node, message: { meminfo } }) => (meminfo === undefined ? [] : [{ node, meminfo }]),
			);
			if (flags.verbose && flags.output === 'table') {
				for (const { node, meminfo } of answers) terminal.out(everything(node, meminfo));
				return;
			}
			const used = answers.map(({ node, meminfo }) => ({
				cells: [node, ...inMebibytes(meminfo)],
				value: () => ({ node, ...plainMessage(MemInfoSchema, meminfo) }),
			}));
			const header = ['NODE', 'TOTAL', 'USED', 'FREE', 'SHARED', 'BUFFERS', 'CACHE', 'AVAILABLE'];
			await printListing(terminal, flags.output, header, used);
		}),
});

function inMebibytes({ memtotal, memfree, cached, buffers, shmem, memavailable }: MemInfo): readonly string[] {
	const used = BigInt.asUintN(64, memtotal - memfree - cached - buffers);
	return [memtotal, used, memfree, shmem, buffers, cached, memavailable].map((kibibytes) => String(kibibytes / 1024n));
}

function everything(node: string, meminfo: MemInfo): string {
	const lines = labels.map(([label, field]) => `${label}: ${String(meminfo[field])}${counts.has(field) ? '' : ' kB'}\n`);
	return `NODE: ${printable(node)}\n${lines.join('')}`;
}

/** Of pages, not of kibibytes. */
const counts: ReadonlySet<keyof MemInfo> = new Set(['hugepagestotal', 'hugepagesfree', 'hugepagesrsvd', 'hugepagessurp']);

const labels: readonly (readonly [label: string, field: Exclude<keyof MemInfo, '$typeName' | '$unknown'>])[] = [
	['MemTotal', 'memtotal'],
	['MemFree', 'memfree'],
	['MemAvailable', 'memavailable'],
	['Buffers', 'buffers'],
	['Cached', 'cached'],
	['SwapCached', 'swapcached'],
	['Active', 'active'],
	['Inactive', 'inactive'],
	['ActiveAnon', 'activeanon'],
	['InactiveAnon', 'inactiveanon'],
	['ActiveFile', 'activefile'],
	['InactiveFile', 'inactivefile'],
	['Unevictable', 'unevictable'],
	['Mlocked', 'mlocked'],
	['SwapTotal', 'swaptotal'],
	['SwapFree', 'swapfree'],
	['Dirty', 'dirty'],
	['Writeback', 'writeback'],
	['AnonPages', 'anonpages'],
	['Mapped', 'mapped'],
	['Shmem', 'shmem'],
	['Slab', 'slab'],
	['SReclaimable', 'sreclaimable'],
	['SUnreclaim', 'sunreclaim'],
	['KernelStack', 'kernelstack'],
	['PageTables', 'pagetables'],
	['NFSUnstable', 'nfsunstable'],
	['Bounce', 'bounce'],
	['WritebackTmp', 'writebacktmp'],
	['CommitLimit', 'commitlimit'],
	['CommittedAS', 'committedas'],
	['VmallocTotal', 'vmalloctotal'],
	['VmallocUsed', 'vmallocused'],
	['VmallocChunk', 'vmallocchunk'],
	['HardwareCorrupted', 'hardwarecorrupted'],
	['AnonHugePages', 'anonhugepages'],
	['ShmemHugePages', 'shmemhugepages'],
	['ShmemPmdMapped', 'shmempmdmapped'],
	['CmaTotal', 'cmatotal'],
	['CmaFree', 'cmafree'],
	['HugePagesTotal', 'hugepagestotal'],
	['HugePagesFree', 'hugepagesfree'],
	['HugePagesRsvd', 'hugepagesrsvd'],
	['HugePagesSurp', 'hugepagessurp'],
	['Hugepagesize', 'hugepagesize'],
	['DirectMap4k', 'directmap4k'],
	['DirectMap2M', 'directmap2m'],
	['DirectMap1G', 'directmap1g'],
];

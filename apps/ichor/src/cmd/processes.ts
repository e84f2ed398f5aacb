import type { ProcessInfo } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { fixed, humanSize } from '../output/go-number.ts';
import { listingFlags, printListing } from '../output/listing.ts';
import { processCommand } from '../output/process-command.ts';

/** `processes`: what runs on nodes, the largest or the busiest first. */
export const processes = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		sort: text('sort', 'by memory (rss) or by processor time (cpu)', {
			shorthand: 's',
			initial: 'rss',
			completion: { kind: 'choices', choices: ['rss', 'cpu'] },
		}),
		...listingFlags,
	},
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const [{ allAnswersOf }, { ProcessInfoSchema }, { plainMessage }] = await Promise.all([
				import('../nodes/answers.ts'),
				import('@ichor/api/machine'),
				import('../output/plain-message.ts'),
			]);
			const order = flags.sort === 'cpu' ? byProcessorTime : byMemory;
			const running = (await allAnswersOf(session, '', session.client.machine.processes({}))).flatMap(({ node, message }) =>
				message.processes.toSorted(order).map((process) => ({
					cells: rowOf(node, process),
					value: () => ({ node, ...plainMessage(ProcessInfoSchema, process) }),
				})),
			);
			await printListing(terminal, flags.output, header, running, 2);
		}),
});

const header = ['NODE', 'PID', 'STATE', 'THREADS', 'CPU-TIME', 'VIRTMEM', 'RESMEM', 'LABEL', 'COMMAND'];

function byProcessorTime(a: ProcessInfo, b: ProcessInfo): number {
	return b.cpuTime - a.cpuTime;
}

function byMemory(a: ProcessInfo, b: ProcessInfo): number {
	return Number(b.residentMemory - a.residentMemory);
}

function rowOf(node: string, process: ProcessInfo): string[] {
	const { pid, state, threads, cpuTime, virtualMemory, residentMemory, label } = process;
	const sizes = [virtualMemory, residentMemory].map(humanSize);
	// upstream aligns by columns whose cells it trims
	return [node, String(pid), state, String(threads), fixed(cpuTime, 2), ...sizes, label, processCommand(process)].map((cell) =>
		cell.trim(),
	);
}

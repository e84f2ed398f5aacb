import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { duration } from '../command/duration-flag.ts';
import { integer, text, toggle } from '../command/flag-kinds.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';

/** `pcap`: the packets that go over a link of a node. */
export const pcap = defineCommand({
	long: `Capture the packets of a link: a line for each, or with --output a capture file as tcpdump and Wireshark read it.

The calls of this command are packets too: leave out port 50000 with a filter. Filters are compiled by tcpdump.`,
	examples: [
		'ichor pcap -i eth0',
		'ichor pcap -i eth0 --output eth0.pcap --duration 10s',
		'ichor pcap -i eth0 -o - --bpf-filter "$(tcpdump -dd -y EN10MB \'not port 50000\')" | tcpdump -r -',
	],
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		interface: text('interface', 'the link', { shorthand: 'i', initial: 'eth0', completion: { kind: 'nothing' } }),
		promiscuous: toggle('promiscuous', 'packets for other machines too'),
		snaplen: integer('snaplen', 'bytes of a packet', { shorthand: 's', initial: 4096, deprecated: 'support of snap length is removed' }),
		output: text('output', 'the file that it is written to; - is standard output', { shorthand: 'o' }),
		bpfFilter: text('bpf-filter', 'which packets are wanted, as tcpdump -dd prints it', { completion: { kind: 'nothing' } }),
		duration: duration('duration', 'how long to capture; until it is interrupted when it is not said', { initial: '0s' }),
	},
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'pcap');
			const [{ parseFilter }, { capture }] = await Promise.all([import('../packets/bpf-filter.ts'), import('../packets/capture.ts')]);
			const { interface: link, promiscuous } = flags;
			await capture(session, { interface: link, promiscuous, bpfFilter: parseFilter(flags.bpfFilter) }, flags);
		}),
});

import { processTerminal } from '../../command/terminal.ts';
import { interruptible } from '../../nodes/interrupt.ts';
import type { NodeSession } from '../../nodes/node-session.ts';
import { FakeNode } from '../facts/fake-node.ts';
import { fakeFacts } from '../fake-facts.ts';
import { runDashboard } from '../run-dashboard.ts';

// The dashboard of two nodes that are none, for the test that has a terminal. When told to, it ends as a fault would end it.
const terminal = processTerminal();
const fakes = new Map(['10.5.0.2', '10.5.0.3'].map((node, index) => [node, new FakeNode(fakeFacts(node, `cp-${index + 1}`))]));
const client = { node: (node: string) => fakes.get(node)?.services() } as unknown as NodeSession['client'];
if (process.argv[2] === 'throw') process.once('SIGUSR2', () => setImmediate(fault));
if (process.argv[2] === 'exit') process.once('SIGUSR2', () => process.exit(3));
void interruptible(terminal, async (signal) => await runDashboard({ client, nodes: [...fakes.keys()], terminal, signal }, 100));

function fault(): never {
	throw new Error('a fault in the dashboard');
}

import { RebootRequest_Mode as RebootMode } from '@ichor/api/machine';
import { LifecycleService, type LifecycleServiceInstallProgress } from '@ichor/api/machine/lifecycle';
import { eachNode } from '../nodes/each-node.ts';
import { failureText } from '../nodes/failure-text.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { type ImagePlace, pullImage } from '../nodes/pull-image.ts';
import { printableText } from '../output/printable.ts';
import { ProgressReporter } from '../output/progress-reporter.ts';
import { type DrainOptions, whileDrained } from '../track/drain-nodes.ts';
import { rebootNodes } from '../track/reboot-nodes.ts';
import type { TrackingOptions } from '../track/track-action.ts';
import { knowsLifecycle } from './lifecycle-versions.ts';
import { type LegacyOptions, upgradeAsBefore } from './upgrade-as-before.ts';

export interface UpgradeOptions extends TrackingOptions, LegacyOptions, DrainOptions {
	readonly progress: 'auto' | 'plain';
	readonly containerd: ImagePlace;
	readonly noReboot: boolean;
	readonly drain: boolean;
}

/**
 * Has nodes pull an installer's image, write its version beside their own, and boot it. Nodes before 1.13 are upgraded by
 * the call that they have.
 *
 * @throws Error with a line for each node that failed, at the first step at which one did
 */
export async function upgradeNodes(session: NodeSession, options: UpgradeOptions): Promise<void> {
	const reporter = new ProgressReporter(session.terminal, options.progress);
	if (!(await knowsLifecycle(session))) {
		reporter.report({ message: 'New upgrade API is not available, falling back to legacy', status: 'error' });
		await upgradeAsBefore(session, options);
		return;
	}
	await told('error pulling upgrade image', pullImage(session, reporter, options.containerd, options.image));
	await told('error during upgrade', install(session, reporter, options));
	if (options.noReboot) return;
	const mode = { default: RebootMode.DEFAULT, force: RebootMode.FORCE, powercycle: RebootMode.POWERCYCLE }[options.rebootMode];
	const restart = async () => await told('error during upgrade', rebootNodes(session, mode, options));
	if (options.drain) await whileDrained(session, options, restart);
	else await restart();
}

/** Runs the installer on every node, and shows the last line of each. */
async function install(session: NodeSession, reporter: ProgressReporter, { containerd, image }: UpgradeOptions): Promise<void> {
	const lines = new Map<string, string>();
	const failures: string[] = [];
	const show = (node: string, { response }: LifecycleServiceInstallProgress): number | undefined => {
		lines.set(node, response.case === 'exitCode' ? `Exit code: ${response.value}` : printableText(response.value ?? ''));
		const message = [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, line]) => `${name}: ${line}\n`);
		reporter.report({ message: message.join(''), status: 'running' });
		return response.case === 'exitCode' ? response.value : undefined;
	};
	await eachNode(
		session,
		async (services, node) => {
			let code: number | undefined;
			for await (const { progress } of services.service(LifecycleService).upgrade({ containerd, source: { imageName: image } })) {
				if (progress !== undefined) code = show(node, progress) ?? code;
			}
			return code;
		},
		(answers) => {
			for (const { node, answer } of answers) if (answer !== 0) failures.push(`node ${node}: upgrade failed with exit code ${answer}`);
			const ends = answers.map(
				({ node, answer }) => `${node}: upgrade ${answer === 0 ? 'completed' : `failed with exit code ${answer}`}\n`,
			);
			if (ends.length > 0) reporter.report({ message: ends.join(''), status: failures.length === 0 ? 'succeeded' : 'error' });
		},
	);
	if (failures.length > 0) throw new Error(failures.join('\n'));
}

async function told(what: string, step: Promise<unknown>): Promise<void> {
	try {
		await step;
	} catch (error) {
		throw new Error(`${what}: ${failureText(error)}`, { cause: error });
	}
}

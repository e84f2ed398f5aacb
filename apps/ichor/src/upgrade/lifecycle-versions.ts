import { parseVersion } from '@ichor/machinery/versions';
import { answersOf } from '../nodes/answers.ts';
import type { NodeSession } from '../nodes/node-session.ts';

/**
 * Whether every node has LifecycleService, by its version: 1.13.0-beta.0 and later (upstream: >1.13.0-alpha.2, <2.0.0).
 *
 * @throws Error when the nodes do not answer
 */
export async function knowsLifecycle(session: NodeSession): Promise<boolean> {
	const what = 'error checking Talos version compatibility: error getting server versions';
	const answers = await answersOf(session, what, session.client.machine.version({}));
	return answers.every(({ message: { version } }) => {
		const { major, minor, prerelease } = parseVersion(version?.tag ?? '');
		return major === 1 && (minor > 13 || (minor === 13 && !prerelease.startsWith('alpha')));
	});
}

import type { ApplyConfigurationRequest } from '@ichor/api/machine';
import { choice } from '../command/choice-flag.ts';
import { duration } from '../command/duration-flag.ts';
import type { FlagValues } from '../command/flag.ts';
import { toggle } from '../command/flag-kinds.ts';

/** The flags of every command that sends a configuration to a node. */
export const applyFlags = {
	mode: choice('mode', 'how the node takes the configuration', {
		shorthand: 'm',
		choices: ['auto', 'no-reboot', 'reboot', 'staged', 'try'],
		initial: 'auto',
	}),
	dryRun: toggle('dry-run', 'only show what the change would do'),
	timeout: duration('timeout', 'when a configuration that is tried is taken back', { initial: '1m0s' }),
};

/** What the flags say about how a configuration is applied, for the request. */
export async function applyOptions({
	mode,
	dryRun,
	timeout,
}: FlagValues<typeof applyFlags>): Promise<Pick<ApplyConfigurationRequest, 'mode' | 'dryRun' | 'tryModeTimeout'>> {
	const [{ ApplyConfigurationRequest_Mode: modes }, { durationMessage }] = await Promise.all([
		import('@ichor/api/machine'),
		import('../nodes/duration-message.ts'),
	]);
	const numbers = { auto: modes.AUTO, 'no-reboot': modes.NO_REBOOT, reboot: modes.REBOOT, staged: modes.STAGED, try: modes.TRY };
	return { mode: numbers[mode], dryRun, tryModeTimeout: durationMessage(timeout) };
}

import type { ServiceInfo } from '@ichor/api/machine';
import { ageText } from '../../output/go-time.ts';
import { printable } from '../../output/printable.ts';
import type { ServiceRow, Tone } from './node-report.ts';

/** The services of a node, as the command `services` lists them. */
export function serviceRows(services: readonly ServiceInfo[], now: number): readonly ServiceRow[] {
	return services.map(({ id, state, health, events }) => {
		const last = events?.events.at(-1);
		const known = health !== undefined && !health.unknown;
		const failing = known && !health.healthy;
		return {
			id: printable(id),
			state: printable(state),
			health: known ? (health.healthy ? 'OK' : 'Fail') : '?',
			tone: toneOf(state, failing),
			age: last?.ts === undefined ? '' : ageText(last.ts, new Date(now)),
			message: printable(failing && health.lastMessage !== '' ? health.lastMessage : (last?.msg ?? '')),
		};
	});
}

/** What has done its work and ended is as good as what runs. */
function toneOf(state: string, failing: boolean): Tone {
	if (failing || state === 'Failed') return 'bad';
	return state === 'Running' || state === 'Finished' ? 'good' : 'unsure';
}
